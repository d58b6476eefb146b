package id.tuntas.walk;

import id.tuntas.partner.MouRegister;
import id.tuntas.partner.MouService;
import id.tuntas.shared.District;
import id.tuntas.walk.HistoryDiary.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What there is to count, made anew from nothing but the engine: everything of its history is read and walked through, with
 * no memory of the last time. {@link BoardAgreesWithHistory} says which fact comes from where.
 */
final class Recount {

    private final ProcessEngine engine;
    private final MouRegister register;
    private final HistoryDiary diary;
    private final Map<String, List<MouService>> agreements = new HashMap<>();
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<String, Boolean> staffed = new HashMap<>();
    private final Map<String, Counted> found = new TreeMap<>();

    private Recount(ProcessEngine engine, MouRegister register, HistoryDiary diary) {
        this.engine = engine;
        this.register = register;
        this.diary = diary;
        for (District district : register.districts()) {
            agreements.put(district.id(), register.agreements(district.id()));
            zones.put(district.id(), district.zone());
        }
    }

    /** Every step and every stage with a budget that was ever opened, as they are now. */
    static List<Counted> of(ProcessEngine engine, MouRegister register, HistoryDiary diary) {
        Recount recount = new Recount(engine, register, diary);
        recount.steps();
        recount.stages();
        recount.candidates();
        recount.ladders();
        recount.requests();
        recount.referrals();
        recount.replay();
        // ids are different in each run
        return recount.found.values().stream()
                .sorted(Comparator.comparing((Counted one) -> one.started)
                        .thenComparing(one -> one.step)
                        .thenComparing(one -> one.id))
                .toList();
    }

    private HistoryService history() {
        return engine.getHistoryService();
    }

    private void steps() {
        Map<String, String> services = values("layananDirujuk");
        for (HistoricTaskInstance task :
                history().createHistoricTaskInstanceQuery().list()) {
            Counted step = new Counted();
            step.id = task.getId();
            step.root = task.getRootProcessInstanceId();
            step.instance = task.getProcessInstanceId();
            step.process = task.getProcessDefinitionKey();
            step.step = task.getTaskDefinitionKey();
            step.district = task.getTenantId();
            step.person = task.getAssignee();
            step.started = instant(task.getStartTime());
            step.ended = instant(task.getEndTime());
            step.completed = "completed".equals(task.getDeleteReason());
            step.due = instant(task.getDueDate());
            model(step, task.getProcessDefinitionId());
            String service = step.promise("layanan");
            step.service = service.startsWith("${") ? services.get(task.getProcessInstanceId()) : service;
            step.agency = agencyOf(step);
            found.put(step.id, step);
        }
    }

    private void stages() {
        for (HistoricActivityInstance activity : history()
                .createHistoricActivityInstanceQuery()
                .activityType("subProcess")
                .list()) {
            Counted stage = new Counted();
            stage.id = activity.getId();
            stage.isStage = true;
            stage.root = activity.getRootProcessInstanceId();
            stage.instance = activity.getProcessInstanceId();
            stage.process = activity.getProcessDefinitionKey();
            stage.step = activity.getActivityId();
            stage.district = activity.getTenantId();
            stage.started = instant(activity.getStartTime());
            stage.ended = instant(activity.getEndTime());
            stage.completed = stage.ended != null && !activity.isCanceled();
            model(stage, activity.getProcessDefinitionId());
            if (!stage.promise("tenggat").isEmpty()) {
                found.put(stage.id, stage);
            }
        }
    }

    private void model(Counted one, String definition) {
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definition);
        ModelElementInstance element = model.getModelElementById(one.step);
        if (((BaseElement) element).getExtensionElements() != null) {
            ((BaseElement) element)
                    .getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                            .flatMap(all -> all.getCamundaProperties().stream())
                            .forEach(property ->
                                    one.promised.put(property.getCamundaName(), property.getCamundaValue()));
        }
        for (ModelElementInstance around = element.getParentElement();
                around instanceof SubProcess sub;
                around = around.getParentElement()) {
            one.stage = sub.getId();
        }
    }

    /** The agency whose agreement covered the service on the day the step began, in the zone of the district. */
    private String agencyOf(Counted step) {
        LocalDate day = LocalDate.ofInstant(step.started, zones.get(step.district));
        return agreements.get(step.district).stream()
                .filter(agreement -> agreement.service().value().equals(step.service))
                .filter(agreement -> !day.isBefore(agreement.validFrom())
                        && (agreement.validUntil() == null || !day.isAfter(agreement.validUntil())))
                .map(MouService::agencyId)
                .findFirst()
                .orElse(null);
    }

    /** To whom open steps are offered now. */
    private void candidates() {
        for (Task task : engine.getTaskService().createTaskQuery().list()) {
            Counted step = found.get(task.getId());
            for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
                if (link.getGroupId() != null) {
                    step.offeredTo.add(link.getGroupId());
                }
            }
        }
    }

    /** Each ladder tells one rung at a time, and marks a breach of law on the last. */
    private void ladders() {
        Map<String, String> clocks = values("jamTerlambat");
        for (HistoricActivityInstance told : activities("pilih-anak-tangga")) {
            found.get(clocks.get(told.getProcessInstanceId())).told++;
        }
        for (HistoricActivityInstance broken : activities("catat-pelanggaran")) {
            found.get(clocks.get(broken.getProcessInstanceId())).lawBroken = true;
        }
        found.values().stream().filter(one -> one.told > 0).forEach(one -> {
            long staff = List.of(one.promise("eskalasi").split(",")).stream()
                    .filter(group -> isStaffed(group.strip(), one.district))
                    .count();
            one.everybodyTold = one.told >= staff;
        });
    }

    private boolean isStaffed(String group, String district) {
        return staffed.computeIfAbsent(
                group + " " + district,
                none -> engine.getIdentityService()
                                .createUserQuery()
                                .memberOfGroup(group)
                                .memberOfTenant(district)
                                .count()
                        > 0);
    }

    /** Pauses and extensions are processes of their own; one that was refused has left no trace. */
    private void requests() {
        Map<String, String> asked = values("permintaanTenggat");
        Map<String, String> clocks = values("jamLangkah");
        Map<String, String> until = values("jedaSampai");
        Map<String, String> given = values("tenggatDiperpanjang");
        history()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("atur-tenggat")
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(request -> {
                    Counted step = found.get(clocks.get(request.getId()));
                    switch (asked.get(request.getId())) {
                        case "jeda" -> {
                            step.everPaused = true;
                            ZoneId zone = zones.get(step.district);
                            step.pausedUntil = LocalDate.parse(
                                            until.get(request.getId()).substring(0, 10))
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant();
                        }
                        case "lanjutkan" -> step.pausedUntil = null;
                        default -> step.extended |= "true".equals(given.get(request.getId()));
                    }
                });
    }

    /** What the agency did with a referral is what came next in it. */
    private void referrals() {
        Map<String, List<Counted>> byInstance = found.values().stream()
                .filter(one -> one.process.equals("rujukan"))
                .collect(Collectors.groupingBy(one -> one.instance));
        byInstance.values().forEach(steps -> steps.stream()
                .filter(one -> one.step.equals("jawab-rujukan") && one.completed)
                .forEach(question -> question.accepted = steps.stream()
                        .anyMatch(next ->
                                next.step.equals("laksanakan-layanan") && next.started.equals(question.ended))));
    }

    /**
     * Walks through the diary: who took what, and by which risk each clock was counted. A new risk changes the budget of what
     * still has time, and nothing else of what is late.
     */
    private void replay() {
        Map<String, Map<String, String>> cases = new HashMap<>();
        Map<String, Set<Counted>> open = new HashMap<>();
        for (Entry entry : diary.entries()) {
            Map<String, String> variables = cases.computeIfAbsent(entry.root(), none -> new HashMap<>());
            Set<Counted> running = open.computeIfAbsent(entry.root(), none -> new HashSet<>());
            Counted one = found.get(entry.id());
            switch (entry.what()) {
                case TASK_BEGAN, STAGE_BEGAN -> {
                    if (one != null) {
                        one.begins(
                                variables.get("tingkatRisiko"),
                                "true".equals(variables.get("unsurTppo")),
                                zones.get(one.district));
                        running.add(one);
                    }
                }
                case TASK_CHANGED -> {
                    if (one != null) {
                        one.claimed |= entry.value() != null;
                        one.dueSoFar = entry.due();
                    }
                }
                case TASK_ENDED, STAGE_ENDED -> running.remove(one);
                case VARIABLE -> {
                    String before = variables.put(entry.id(), entry.value());
                    boolean risk = entry.id().equals("tingkatRisiko");
                    if (risk || entry.id().equals("unsurTppo")) {
                        running.forEach(clock -> clock.changes(risk, entry, zones.get(clock.district)));
                    }
                }
            }
        }
        found.values().stream().filter(one -> one.isStage).forEach(stage -> stage.due = stage.dueSoFar);
    }

    private List<HistoricActivityInstance> activities(String id) {
        return history()
                .createHistoricActivityInstanceQuery()
                .activityId(id)
                .finished()
                .list();
    }

    private Map<String, String> values(String name) {
        Map<String, String> values = new HashMap<>();
        for (HistoricVariableInstance one : history()
                .createHistoricVariableInstanceQuery()
                .variableName(name)
                .list()) {
            if (one.getValue() != null) {
                values.put(one.getProcessInstanceId(), one.getValue().toString());
            }
        }
        return values;
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    /** A step or stage as the engine knows it. */
    static final class Counted {

        String id;
        boolean isStage;
        String root;
        String instance;
        String process;
        String step;
        String stage;
        String service;
        String agency;
        String district;
        String person;
        Instant started;
        Instant ended;
        boolean completed;
        Instant due;
        boolean claimed;
        Instant pausedUntil;
        boolean everPaused;
        boolean extended;
        int told;
        boolean everybodyTold;
        boolean lawBroken;
        boolean accepted;
        String risk;
        boolean trafficking;
        boolean byLaw;
        boolean officeHours;
        /** By the model alone, as if it had never been paused or extended; null of what counts office hours. */
        Instant dueByModel;

        final Set<String> offeredTo = new TreeSet<>();
        private final Map<String, String> promised = new HashMap<>();
        private Instant dueSoFar;

        @Override
        public String toString() {
            return (isStage ? "stage " : "step ") + process + "/" + step + " " + id + ", began " + started
                    + ", ended " + ended
                    + (completed ? " done" : "") + ", due " + due + " (" + dueByModel + "), agency " + agency
                    + ", service " + service + ", person " + person
                    + ", risk " + risk + ", trafficking " + trafficking + ", law " + byLaw + ", office " + officeHours
                    + ", claimed " + claimed + ", paused " + everPaused + " " + pausedUntil + ", extended " + extended
                    + ", told " + told + everybodyTold + ", offered " + offeredTo;
        }

        String promise(String property) {
            return promised.getOrDefault(property, "");
        }

        private void begins(String risk, boolean trafficking, ZoneId zone) {
            this.risk = risk;
            this.trafficking = trafficking;
            count(zone);
        }

        private void changes(boolean isRisk, Entry entry, ZoneId zone) {
            if (isRisk) {
                risk = entry.value();
            } else {
                trafficking = "true".equals(entry.value());
            }
            if (dueSoFar == null || dueSoFar.isAfter(entry.at())) {
                count(zone);
            }
        }

        private void count(ZoneId zone) {
            boolean danger = "DARURAT".equals(risk) || "TINGGI".equals(risk);
            boolean ownOfVictims = trafficking && promised.containsKey("tenggat.tppo");
            officeHours = promise("kalender").equals("kerja") && !danger;
            byLaw = "true".equals(promise(ownOfVictims ? "terkunci.tppo" : "terkunci"));
            String budget = ownOfVictims
                    ? promise("tenggat.tppo")
                    : promised.getOrDefault(
                            "tenggat." + String.valueOf(risk).toLowerCase(Locale.ROOT), promise("tenggat"));
            dueByModel = officeHours ? null : after(budget, zone);
            if (isStage) {
                dueSoFar = dueByModel;
            }
        }

        private Instant after(String budget, ZoneId zone) {
            int hours = budget.indexOf('T');
            String days = hours < 0 ? budget : budget.substring(0, hours);
            return started.atZone(zone)
                    .plus(days.equals("P") ? Period.ZERO : Period.parse(days))
                    .plus(hours < 0 ? Duration.ZERO : Duration.parse("P" + budget.substring(hours)))
                    .toInstant();
        }
    }
}
