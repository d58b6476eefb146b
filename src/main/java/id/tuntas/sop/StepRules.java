package id.tuntas.sop;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A step names who performs it, by when, on what ground, who hears when it is late, and has a form. */
final class StepRules implements Rule {

    static final Set<String> KNOWN = Vocabulary.words("layanan tenggat tenggat.darurat tenggat.tinggi tenggat.sedang"
            + " tenggat.rendah tenggat.tppo tenggat.respon kalender dasarHukum dasarHukum.tppo terkunci terkunci.tppo"
            + " eskalasi pengingat kelengkapan keluaran");

    private final Catalogue catalogue;

    StepRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void check(Sop sop, Findings findings) {
        sop.bpmn().forEach(file -> file.elements(UserTask.class).forEach(task -> {
            StepProperties properties = StepProperties.of(task);
            new ClockCheck(file.name(), "langkah", properties, catalogue, findings).all();
            new Check(file.name(), task, properties, findings).all();
            properties.refuseOthersThan(KNOWN, file.name(), findings);
        }));
    }

    private final class Check {

        private final String file;
        private final UserTask task;
        private final StepProperties properties;
        private final Findings findings;

        Check(String file, UserTask task, StepProperties properties, Findings findings) {
            this.file = file;
            this.task = task;
            this.properties = properties;
            this.findings = findings;
        }

        void all() {
            name();
            service();
            standardAttributes();
        }

        private void name() {
            require(
                    task.getName() != null && !task.getName().isBlank(),
                    "langkah-tanpa-nama",
                    "Langkah belum punya nama; tulis apa yang dikerjakan.",
                    "The step has no name; say what is done.");
            require(
                    task.getCamundaFormRef() != null,
                    "langkah-tanpa-formulir",
                    "Langkah belum punya formulir; isi formRef.",
                    "The step has no form; set formRef.");
        }

        private void service() {
            String service = properties.find(Step.SERVICE).orElse("");
            boolean known = catalogue.services().contains(service) || ExpressionRules.isVariable(service);
            require(
                    known,
                    "langkah-tanpa-layanan",
                    "Langkah belum punya layanan dari katalog MoU (properti layanan); yang tertulis: \"%s\"."
                            .formatted(Findings.shorten(service)),
                    "The step names no service of the MoU catalogue (property layanan); found \"%s\"."
                            .formatted(Findings.shorten(service)));
        }

        private void standardAttributes() {
            boolean ofARung = LatenessRules.STEPS_OF_A_RUNG.contains(task.getId());
            String owner = ofARung ? "${sla.escalationGroup(execution)}" : "${mou.ownerOf(execution)}";
            exactly("candidateGroups", task.getCamundaCandidateGroups(), owner);
            exactly("dueDate", task.getCamundaDueDate(), LatenessRules.DUE_AT);
        }

        private void exactly(String attribute, String found, String wanted) {
            require(
                    wanted.equals(found),
                    "atribut-baku",
                    "camunda:%s harus tepat \"%s\"; pakai templat langkah Tuntas.".formatted(attribute, wanted),
                    "camunda:%s must be exactly \"%s\"; use the step template.".formatted(attribute, wanted));
        }

        private void require(boolean holds, String rule, String indonesian, String english) {
            if (!holds) {
                findings.add(file, task.getId(), rule, indonesian, english);
            }
        }
    }
}
