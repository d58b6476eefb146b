package id.tuntas.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.engine.ActRefused;
import id.tuntas.engine.SupervisedSteps;
import id.tuntas.sla.Sweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Cases of two districts side by side, each worked on for as long as chance wants and then left lying. Officers take, do, give
 * back and forget steps; supervisors hand them on, stop clocks and ask for more time; the engine does the rest. Every act has
 * an instant of its own, and timers fire on time in between.
 */
final class ManyCases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T01:00:00Z");

    /** What the user ids of a district begin with; the rest is the group. */
    private static final Map<String, String> PREFIX = Map.of("manggarai-barat", "", "manado", "manado-");

    private static final int AT_ONCE = 40;
    /** Acts of a case that gets far. */
    private static final int PATIENT = 70;

    private final ProcessEngine engine;
    private final TaskService tasks;
    private final FormService forms;
    private final SupervisedSteps supervised;
    private final Sweep sweep;
    private final Random random;
    private final long seed;
    private final int leaps;
    private final Map<String, JsonNode> known = new HashMap<>();
    private final Map<String, String> activities = new HashMap<>();
    private final List<OneCase> atWork = new ArrayList<>();
    private final Map<String, Temperament> numbers = new TreeMap<>();
    private final Map<String, Integer> acts = new TreeMap<>();
    private int opened;

    /** @param leaps how often in a thousand acts the clock leaps over hours, at times over a day */
    ManyCases(ProcessEngine engine, SupervisedSteps supervised, Sweep sweep, long seed, int leaps) {
        this.leaps = leaps;
        this.engine = engine;
        this.tasks = engine.getTaskService();
        this.forms = engine.getFormService();
        this.supervised = supervised;
        this.sweep = sweep;
        this.seed = seed;
        this.random = new Random(seed);
        ClockUtil.setCurrentTime(Date.from(MONDAY_MORNING));
    }

    /** Cases officers have opened so far; those that came from another district by a hand-over do not count. */
    int opened() {
        return opened;
    }

    /** How often officers did what. */
    Map<String, Integer> acts() {
        return acts;
    }

    /** Goes on until so many cases have been opened, and each but the last ones has been worked on as long as it should. */
    void until(int cases) {
        while (opened < cases) {
            if (atWork.size() < AT_ONCE && random.nextInt(3) == 0) {
                open();
            } else if (!atWork.isEmpty()) {
                workOn(random.nextInt(4) == 0 ? mostPatient() : atWork.get(random.nextInt(atWork.size())));
            }
            pass();
        }
    }

    /** Some cases get far, to referrals and beyond. */
    private OneCase mostPatient() {
        return atWork.stream().max(Comparator.comparingInt(one -> one.limit)).orElseThrow();
    }

    private void pass() {
        int dice = random.nextInt(1000);
        long minutes = dice < leaps ? 60 * (6 + random.nextInt(34)) : dice < leaps + 30 ? 10 + random.nextInt(50) : 0;
        goTo(now().plus(Duration.ofMinutes(minutes)).plusMillis(1L + random.nextInt(60_000)));
    }

    private void goTo(Instant then) {
        Job next = nextTimer(then);
        while (next != null) {
            Instant moment = next.getDuedate().toInstant().plusSeconds(1);
            if (moment.isAfter(now())) {
                ClockUtil.setCurrentTime(Date.from(moment));
            }
            engine.getManagementService().executeJob(next.getId());
            did("jam berbunyi");
            next = nextTimer(then);
        }
        ClockUtil.setCurrentTime(Date.from(then));
        if (random.nextInt(4) == 0) {
            sweep.run();
        }
    }

    /** The first one that fires a second after it is due, and then it is not later than that; else null. */
    private Job nextTimer(Instant then) {
        return engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .active()
                .duedateLowerThan(Date.from(then.minusSeconds(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 20)
                .stream()
                .min(Comparator.comparing(Job::getDuedate).thenComparing(this::activityOf))
                .orElse(null);
    }

    private String activityOf(Job job) {
        return activities.computeIfAbsent(job.getJobDefinitionId(), id -> engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(id)
                .singleResult()
                .getActivityId());
    }

    private void open() {
        Temperament temperament = new Temperament(seed + opened, key -> "Catatan petugas untuk kasus contoh");
        String district = random.nextInt(3) == 0 ? "manado" : "manggarai-barat";
        String definition = latest("penanganan-korban");
        Map<String, Object> answers = typed(new FormFiller(startForm(definition), now()).fill(Map.of(), temperament));
        String number = as(
                PREFIX.get(district) + "petugas-pengaduan", district, () -> forms.submitStartForm(definition, answers)
                        .getBusinessKey());
        begin(number, district, temperament);
        opened++;
        did("buka kasus");
    }

    private void begin(String number, String district, Temperament temperament) {
        int kind = random.nextInt(20);
        int patience = kind < 8
                ? random.nextInt(4)
                : kind < 15 ? 4 + random.nextInt(9) : kind < 19 ? 10 + random.nextInt(16) : PATIENT;
        numbers.put(number, temperament);
        atWork.add(new OneCase(number, district, temperament, patience));
    }

    private void workOn(OneCase one) {
        List<Task> open = openSteps(one);
        if (one.patience-- <= 0 || open.isEmpty() && one.idle++ > 3) {
            atWork.remove(one);
            return;
        }
        if (open.isEmpty()) {
            return;
        }
        int dice = random.nextInt(100);
        Task step = chosen(open, dice);
        if (dice < 68) {
            complete(one, step);
        } else if (dice < 76) {
            take(one, step);
        } else if (dice < 80) {
            giveBack(one, step);
        } else if (dice < 85) {
            handOn(one, step);
        } else if (dice < 96) {
            askForTime(one, step);
        } else {
            report(one);
        }
    }

    /** Who asks for time asks while there is some, and who decides on it does so first; otherwise any step. */
    private Task chosen(List<Task> open, int dice) {
        List<Task> better = open.stream()
                .filter(step -> dice < 68
                        ? step.getTaskDefinitionKey().equals("setujui-perpanjangan")
                        : dice >= 85 && step.getDueDate().toInstant().isAfter(now()))
                .toList();
        List<Task> from = better.isEmpty() ? open : better;
        return from.get(random.nextInt(from.size()));
    }

    private List<Task> openSteps(OneCase one) {
        return tasks.createTaskQuery().processInstanceBusinessKey(one.number).list().stream()
                .sorted(Comparator.comparing(Task::getCreateTime)
                        .thenComparing(Task::getTaskDefinitionKey)
                        .thenComparing(this::detail))
                .toList();
    }

    /** Tells steps apart that were opened for several services, or rungs, at once. */
    private String detail(Task step) {
        return String.valueOf(new TreeMap<>(
                tasks.getVariables(step.getId(), List.of("layananDirujuk", "langkahTerlambat", "anakTangga"))));
    }

    private boolean take(OneCase one, Task step) {
        if (step.getAssignee() != null) {
            return true;
        }
        List<String> officers = tasks.getIdentityLinksForTask(step.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .map(PREFIX.get(step.getTenantId())::concat)
                .filter(this::exists)
                .sorted()
                .toList();
        if (officers.isEmpty()) {
            return false;
        }
        String officer = officers.get(random.nextInt(officers.size()));
        as(officer, step.getTenantId(), () -> {
            tasks.claim(step.getId(), officer);
            return null;
        });
        did("ambil");
        return true;
    }

    private final Map<String, Boolean> users = new HashMap<>();

    private boolean exists(String user) {
        return users.computeIfAbsent(
                user,
                id -> engine.getIdentityService().createUserQuery().userId(id).count() == 1);
    }

    private void complete(OneCase one, Task step) {
        if (!take(one, step)) {
            return;
        }
        String officer =
                tasks.createTaskQuery().taskId(step.getId()).singleResult().getAssignee();
        String key = step.getTaskDefinitionKey();
        JsonNode form = known.computeIfAbsent(key, none -> read(forms.getDeployedTaskForm(step.getId())));
        Map<String, Object> answers = typed(new FormFiller(form, now())
                .fill(tasks.getVariables(step.getId()), one.temperament.at(key + one.done++)));
        as(officer, step.getTenantId(), () -> {
            forms.submitTaskForm(step.getId(), answers);
            return null;
        });
        did("selesaikan");
        if (key.startsWith("setujui-pelimpahan")) {
            received();
        }
    }

    /** Cases that others became when they were handed to another district. */
    private void received() {
        engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("penanganan-korban")
                .list()
                .stream()
                .filter(instance -> !numbers.containsKey(instance.getBusinessKey()))
                .sorted(Comparator.comparing(ProcessInstance::getBusinessKey))
                .forEach(instance -> {
                    begin(
                            instance.getBusinessKey(),
                            instance.getTenantId(),
                            new Temperament(seed * 7 + numbers.size(), key -> "Catatan petugas untuk kasus contoh"));
                    did("terima limpahan");
                });
    }

    private void giveBack(OneCase one, Task step) {
        if (step.getAssignee() == null) {
            take(one, step);
            return;
        }
        as(step.getAssignee(), step.getTenantId(), () -> {
            tasks.setAssignee(step.getId(), null);
            return null;
        });
        did("kembalikan");
    }

    private void handOn(OneCase one, Task step) {
        List<String> people = List.copyOf(supervised.whoMayTake(step.getId()).keySet());
        if (!people.isEmpty()) {
            String person = people.get(random.nextInt(people.size()));
            attempt(
                    "alihkan",
                    () -> as(PREFIX.get(one.district) + "penyelia-kasus", one.district, () -> {
                        supervised.assign(step.getId(), person);
                        return null;
                    }));
        }
    }

    private void askForTime(OneCase one, Task step) {
        String what =
                List.of("jeda", "jeda", "perpanjang", "perpanjang", "lanjutkan").get(random.nextInt(5));
        Map<String, Object> given =
                Map.of("nomorKasus", one.number, "langkah", step.getTaskDefinitionKey(), "permintaanTenggat", what);
        attempt(what, () -> begin("atur-tenggat", "penyelia-kasus", one, given));
    }

    private void report(OneCase one) {
        attempt("kejadian", () -> begin("kejadian-kasus", "pendamping-ppa", one, Map.of("nomorKasus", one.number)));
    }

    private ProcessInstance begin(String process, String group, OneCase one, Map<String, Object> given) {
        String definition = latest(process);
        var choice = new Temperament(random.nextLong(), key -> "Catatan petugas untuk kasus contoh");
        // a field may depend on what is given, so it is given to the form as if it were known
        Map<String, Object> answers =
                new HashMap<>(new FormFiller(startForm(definition), now()).fill(given, new Given(choice, given)));
        answers.putAll(given);
        return as(
                PREFIX.get(one.district) + group,
                one.district,
                () -> forms.submitStartForm(definition, typed(answers)));
    }

    private void attempt(String what, Runnable act) {
        try {
            act.run();
            did(what);
        } catch (BadUserRequestException | ActRefused refused) {
            did(what + " (ditolak)");
        }
    }

    private void did(String what) {
        acts.merge(what, 1, Integer::sum);
    }

    private JsonNode startForm(String definition) {
        return known.computeIfAbsent(definition, id -> read(forms.getDeployedStartForm(id)));
    }

    private String latest(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** In the name of somebody of a district; users are called after their group here. */
    private <T> T as(String user, String district, Supplier<T> act) {
        String group = user.substring(PREFIX.get(district).length());
        engine.getIdentityService().setAuthentication(user, List.of(group), List.of(district));
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static JsonNode read(InputStream form) {
        try (form) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> typed(Map<String, Object> answers) {
        Map<String, Object> typed = new LinkedHashMap<>(answers);
        typed.replaceAll((key, value) -> value instanceof List<?> list
                ? SpinValues.jsonValue(JSON.valueToTree(list).toString()).create()
                : value);
        return typed;
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static final class OneCase {

        private final String number;
        private final String district;
        private final Temperament temperament;
        private final int limit;
        private int patience;
        private int idle;
        private int done;

        private OneCase(String number, String district, Temperament temperament, int patience) {
            this.number = number;
            this.district = district;
            this.temperament = temperament;
            this.limit = patience;
            this.patience = patience;
        }
    }

    /** Answers what is given, and leaves the rest to chance. */
    private record Given(Temperament chance, Map<String, Object> given) implements FormFiller.Choice {

        @Override
        public String oneOf(String key, List<String> values, boolean required) {
            return given.containsKey(key) ? given.get(key).toString() : chance.oneOf(key, values, required);
        }

        @Override
        public boolean yes(String key) {
            return chance.yes(key);
        }

        @Override
        public Random random() {
            return (Random) chance.random();
        }

        @Override
        public String words(String key) {
            return given.containsKey(key) ? given.get(key).toString() : chance.words(key);
        }
    }
}
