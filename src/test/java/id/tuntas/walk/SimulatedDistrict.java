package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * A district at work, and the one its cases may be handed over to: the officers know Camunda REST, their own password and
 * the forms they are given, nothing else. Only time is moved from outside: when nobody has anything to do, the clock goes to the next timer.
 */
final class SimulatedDistrict {

    private static final String PASSWORD = "tuntas-demo";
    /** Stands still until it is moved: what happens does not depend on how fast the machine is. */
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T01:00:00Z");

    /** What the user ids of a district begin with; the rest is the group. */
    private static final Map<String, String> PREFIX = Map.of("manggarai-barat", "", "manado", "manado-");

    private static final DateTimeFormatter CAMUNDA_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final String WITHOUT_A_TIMER = "tindak-lanjut-keterlambatan";
    private static final Set<String> NO_SECRETS =
            Set.of("nomorKasus", "tingkatRisiko", "unsurTppo", "jenisKasus", "kanal", "alasanPenutupan");
    private static final int FORGOTTEN_PERCENT = 4;
    private static final int MAX_ROUNDS = 9000;
    private static final int EVENTFUL_ROUNDS = 200;

    private final Map<String, RestClient> officers = new TreeMap<>();
    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, Map<String, Object>> lying = new HashMap<>();
    private final Map<String, String> activities = new HashMap<>();
    private final Map<String, Temperament> cases = new TreeMap<>();
    private final Set<String> atWork = new TreeSet<>();
    private final Set<String> handedOver = new TreeSet<>();
    private final Set<String> stepsDone = new TreeSet<>();
    private final Set<String> openedInAnEmergency = new TreeSet<>();
    private final ManagementService management;
    private final TaskService tasks;
    private final Random events;
    private final Random requests;
    private final Random emergencies;
    private final long seed;
    private final UnaryOperator<String> words;
    private Runnable atEachMove = () -> {};

    SimulatedDistrict(int port, List<String> users, ProcessEngine engine, long seed) {
        this(port, users, engine, seed, key -> "Catatan petugas untuk kasus contoh");
    }

    /** @param words what officers write into fields of text, by the key of the field */
    SimulatedDistrict(int port, List<String> users, ProcessEngine engine, long seed, UnaryOperator<String> words) {
        users.forEach(user -> officers.put(user, new RestClient(port, user, PASSWORD)));
        this.management = engine.getManagementService();
        this.tasks = engine.getTaskService();
        this.seed = seed;
        this.words = words;
        events = new Random(seed);
        requests = new Random(seed + 1);
        emergencies = new Random(seed + 2);
        ClockUtil.setCurrentTime(Date.from(MONDAY_MORNING));
    }

    void openCases(int count) {
        RestClient frontDesk = officers.get("petugas-pengaduan");
        String path = "/process-definition/key/penanganan-korban";
        for (int i = 0; i < count; i++) {
            Temperament temperament = new Temperament(seed + cases.size(), words);
            Map<String, Object> answers = new FormFiller(startForm(frontDesk, path), now()).fill(Map.of(), temperament);
            String number = frontDesk
                    .post(path + "/submit-form", RestClient.typed(answers))
                    .path("businessKey")
                    .asText();
            cases.put(number, temperament);
        }
    }

    /** @param then done whenever time has moved and its timers have run */
    void whenTimeMoves(Runnable then) {
        atEachMove = then;
    }

    /** Works until no timer and no step is left. */
    void workUntilNothingIsLeft() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            boolean worked = workOnce();
            if (round < EVENTFUL_ROUNDS && !atWork.isEmpty()) {
                reportSomething();
                askForMoreTime();
                openInAnEmergency();
            }
            if (!worked && !moveToNextTimer()) {
                return;
            }
        }
        throw new AssertionError("After " + MAX_ROUNDS + " rounds there is still something to do");
    }

    Set<String> stepsDone() {
        return stepsDone;
    }

    /** Numbers of the cases that came from another one by a hand-over. */
    Set<String> handedOver() {
        return handedOver;
    }

    Set<String> caseNumbers() {
        return cases.keySet();
    }

    /** One look of each officer at the list of his agency; some steps are left lying, so that clocks run out. */
    private boolean workOnce() {
        boolean worked = false;
        atWork.clear();
        for (String name : whoHasWork()) {
            RestClient officer = officers.get(name);
            for (JsonNode task : openTasks(officer)) {
                worked |= look(officer, name, task.path("id").asText())
                        .map(known -> work(officer, task, known))
                        .orElse(false);
            }
        }
        return worked;
    }

    /** He looks once at what he leaves lying: a look at everything that lies after each move would be most of the work. */
    private Optional<Map<String, Object>> look(RestClient officer, String name, String task) {
        Map<String, Object> known = lying.get(task);
        if (known != null) {
            return tasks.createTaskQuery().taskId(task).count() == 1 ? Optional.of(known) : Optional.empty();
        }
        return officer.known(task).map(seen -> onlyWhatIsNoSecret(name, seen));
    }

    private Map<String, Object> onlyWhatIsNoSecret(String officer, Map<String, Object> beforeTheStepIsTaken) {
        if (!openedInAnEmergency.contains(officer + beforeTheStepIsTaken.get("nomorKasus"))) {
            assertThat(beforeTheStepIsTaken.keySet()).isSubsetOf(NO_SECRETS);
        }
        return beforeTheStepIsTaken;
    }

    private boolean work(RestClient officer, JsonNode task, Map<String, Object> known) {
        String number = String.valueOf(known.get("nomorKasus"));
        Temperament temperament = cases.containsKey(number) ? cases.get(number) : receivedFromUs(number, task);
        if (temperament == null) {
            return false; // another test's case
        }
        atWork.add(number);
        Temperament now = temperament.at(occasion(number, task));
        if (now.random().nextInt(100) < 3) {
            return false;
        }
        if (isForgotten(task, temperament)) {
            lying.put(task.path("id").asText(), known);
            return false;
        }
        complete(officer, task, now);
        return true;
    }

    /** A case that one of ours became when it was handed to the other district goes on with its people; else null. */
    private Temperament receivedFromUs(String number, JsonNode task) {
        Temperament before =
                cases.get(String.valueOf(tasks.getVariable(task.path("id").asText(), "kasusAsal")));
        if (before != null) {
            cases.put(number, before.at("dilimpahkan"));
            handedOver.add(number);
        }
        return cases.get(number);
    }

    /** Time moves only when nobody has anything to do, so a step gets late only if everybody forgets it until it is. */
    private static boolean isForgotten(JsonNode task, Temperament temperament) {
        String step = task.path("taskDefinitionKey").asText();
        if (step.equals(WITHOUT_A_TIMER)
                || temperament.at("lupa " + step).random().nextInt(100) >= FORGOTTEN_PERCENT) {
            return false;
        }
        return OffsetDateTime.parse(task.path("due").asText(), CAMUNDA_TIME)
                .toInstant()
                .isAfter(now());
    }

    /** Names this look at this step of the case the same way in every run, whatever the order of equal steps. */
    private String occasion(String number, JsonNode task) {
        Map<String, Object> known = tasks.getVariables(
                task.path("id").asText(), List.of("anakTangga", "langkahTerlambat", "layananDirujuk"));
        String rung =
                known.containsKey("anakTangga") ? known.get("langkahTerlambat") + "" + known.get("anakTangga") : "";
        String step = task.path("taskDefinitionKey").asText() + known.get("layananDirujuk") + rung;
        return step + looks.merge(number + step, 1, Integer::sum);
    }

    /** Only saves time: an officer who would find an empty list need not look. Users are called after their group here. */
    private Set<String> whoHasWork() {
        Set<String> groups = new TreeSet<>();
        tasks.createTaskQuery().taskUnassigned().listPage(0, 2000).stream()
                .filter(task -> PREFIX.containsKey(task.getTenantId()))
                .forEach(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .map(PREFIX.get(task.getTenantId())::concat)
                        .filter(officers::containsKey)
                        .forEach(groups::add));
        return groups;
    }

    private static List<JsonNode> openTasks(RestClient officer) {
        List<JsonNode> tasks = new ArrayList<>();
        officer.get("/task?unassigned=true&maxResults=1000").forEach(tasks::add);
        tasks.sort(Comparator.comparing((JsonNode task) -> task.path("created").asText())
                .thenComparing(task -> task.path("taskDefinitionKey").asText())
                .thenComparing(task -> task.path("due").asText()));
        return tasks;
    }

    private void complete(RestClient officer, JsonNode task, Temperament temperament) {
        String id = task.path("id").asText();
        String step = task.path("taskDefinitionKey").asText();
        officer.post("/task/" + id + "/claim", Map.of("userId", officerName(officer)));
        Map<String, Object> known = officer.known(id).orElseThrow();
        JsonNode form = forms.computeIfAbsent(step, key -> officer.get("/task/" + id + "/deployed-form"));
        Map<String, Object> answers = new FormFiller(form, now()).fill(known, temperament);
        officer.post("/task/" + id + "/submit-form", RestClient.typed(answers));
        stepsDone.add(step);
    }

    /** An officer learns that something happened in a case, and says so the way Tasklist offers. */
    private void reportSomething() {
        begin("kejadian-kasus", "pendamping-ppa", events, Map.of("nomorKasus", oneOf(atWork, events)));
    }

    /** A supervisor asks for a pause or more time for a step that is still open; the law may forbid it. */
    private void askForMoreTime() {
        String number = oneOf(atWork, requests);
        List<String> open = tasks.createTaskQuery().processInstanceBusinessKey(number).listPage(0, 100).stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            begin(
                    "atur-tenggat",
                    "penyelia-kasus",
                    requests,
                    Map.of("nomorKasus", number, "langkah", oneOf(open, requests)));
        }
    }

    /** An officer opens a case in an emergency; he may have done so already. */
    private void openInAnEmergency() {
        String number = oneOf(atWork, emergencies);
        if (begin("akses-darurat", "pendamping-ppa", emergencies, Map.of("nomorKasus", number))) {
            openedInAnEmergency.add("pendamping-ppa" + number);
        }
    }

    /** Starts a procedure with answers of chance but for those given. False if it was refused; it must not fail. */
    private boolean begin(String process, String user, Random chance, Map<String, Object> given) {
        RestClient officer = officers.get(user);
        String path = "/process-definition/key/" + process;
        Map<String, Object> answers = new HashMap<>(new FormFiller(startForm(officer, path), now())
                .fill(Map.of(), new Temperament(chance.nextLong(), words)));
        answers.putAll(given);
        RestClient.Answer answer = officer.tryPost(path + "/submit-form", RestClient.typed(answers));
        if (answer.status() != 200 && answer.status() != 400) {
            throw new AssertionError("Starting " + process + " was answered " + answer.status() + ": " + answer.body());
        }
        return answer.status() == 200;
    }

    private static String oneOf(Collection<String> all, Random chance) {
        return List.copyOf(all).get(chance.nextInt(all.size()));
    }

    private JsonNode startForm(RestClient officer, String path) {
        return forms.computeIfAbsent(path, key -> officer.get(path + "/deployed-start-form"));
    }

    private String officerName(RestClient officer) {
        return officers.entrySet().stream()
                .filter(entry -> entry.getValue() == officer)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private boolean moveToNextTimer() {
        Optional<Date> next = management.createJobQuery().timers().active().list().stream()
                .map(Job::getDuedate)
                .min(Comparator.naturalOrder());
        next.ifPresent(due -> {
            Instant moment = due.toInstant().plus(Duration.ofSeconds(1));
            if (moment.isAfter(now())) {
                ClockUtil.setCurrentTime(Date.from(moment));
            }
            management.createJobQuery().timers().duedateLowerThan(Date.from(now())).list().stream()
                    .sorted(Comparator.comparing(Job::getDuedate).thenComparing(this::activityOf))
                    .forEach(job -> runIfStillThere(job.getId()));
            atEachMove.run();
        });
        return next.isPresent();
    }

    private String activityOf(Job job) {
        return activities.computeIfAbsent(job.getJobDefinitionId(), id -> management
                .createJobDefinitionQuery()
                .jobDefinitionId(id)
                .singleResult()
                .getActivityId());
    }

    /** A timer that ran may have ended what another one was waiting for. */
    private void runIfStillThere(String job) {
        if (management.createJobQuery().jobId(job).count() == 1) {
            management.executeJob(job);
        }
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
