package id.tuntas.sop;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * What a model points at exists in the same bundle and is bound to the same deployment, so a running case never mixes an
 * old step with a new form; and nothing in the bundle is left over, which also refuses half a bundle.
 */
final class ReferenceRules implements Rule {

    private static final Set<String> RESULTS = Set.of("singleEntry", "collectEntries");

    @Override
    public void check(Sop sop, Findings findings) {
        Set<String> forms = sop.forms().stream().map(Sop.FormFile::id).collect(Collectors.toSet());
        Set<String> decisions = decisions(sop);
        Set<String> used = new HashSet<>();
        for (Sop.BpmnFile file : sop.bpmn()) {
            file.xml().all().filter(e -> e.camunda("formRef") != null).forEach(element -> {
                String ref = element.camunda("formRef");
                used.add(ref);
                exists(file.name(), element.nearestId(), "Formulir", "Form", ref, forms, findings);
                bound(file.name(), element.nearestId(), element.camunda("formRefBinding"), findings);
            });
            file.elements(BusinessRuleTask.class).forEach(task -> {
                used.add(String.valueOf(task.getCamundaDecisionRef()));
                decision(file.name(), task, decisions, findings);
            });
            file.elements(CallActivity.class).forEach(call -> {
                exists(
                        file.name(),
                        call.getId(),
                        "Proses",
                        "Process",
                        call.getCalledElement(),
                        sop.processes().keySet(),
                        findings);
                bound(file.name(), call.getId(), call.getCamundaCalledElementBinding(), findings);
            });
        }
        callsInCircles(sop, findings);
        leftOver(sop, used, findings);
    }

    private static Set<String> decisions(Sop sop) {
        return sop.dmn().stream()
                .flatMap(file -> file.xml().all())
                .filter(element -> element.name.equals("decision") && element.attribute("id") != null)
                .map(element -> element.attribute("id"))
                .collect(Collectors.toSet());
    }

    private static void decision(String file, BusinessRuleTask task, Set<String> decisions, Findings findings) {
        exists(file, task.getId(), "Keputusan", "Decision", task.getCamundaDecisionRef(), decisions, findings);
        bound(file, task.getId(), task.getCamundaDecisionRefBinding(), findings);
        if (!RESULTS.contains(String.valueOf(task.getCamundaMapDecisionResult()))
                || task.getCamundaResultVariable() == null) {
            findings.add(
                    file,
                    task.getId(),
                    "hasil-keputusan",
                    "Hasil keputusan harus disimpan ke satu variabel: isi resultVariable dan pilih singleEntry atau"
                            + " collectEntries.",
                    "The result must go to one variable: set resultVariable and choose singleEntry or collectEntries.");
        }
    }

    private static void exists(
            String file, String id, String jenis, String kind, String ref, Set<String> known, Findings findings) {
        if (ref == null || !known.contains(ref)) {
            String shown = ref == null ? "-" : Findings.shorten(ref);
            findings.add(
                    file,
                    id,
                    "rujukan-tidak-ada",
                    "%s \"%s\" tidak ada dalam paket; tambahkan berkasnya atau perbaiki namanya."
                            .formatted(jenis, shown),
                    "%s \"%s\" is not in the bundle; add its file or mend the name.".formatted(kind, shown));
        }
    }

    private static void bound(String file, String id, String binding, Findings findings) {
        if (!"deployment".equals(binding)) {
            findings.add(
                    file,
                    id,
                    "ikatan-bukan-deployment",
                    "Ikatan (binding) harus \"deployment\" agar kasus berjalan tetap memakai versi yang sama.",
                    "The binding must be \"deployment\", so that a running case keeps its version.");
        }
    }

    private static void callsInCircles(Sop sop, Findings findings) {
        for (Sop.BpmnFile file : sop.bpmn()) {
            for (CallActivity call : file.elements(CallActivity.class)) {
                Set<String> reached = new HashSet<>();
                collectCalled(sop.processes(), call.getCalledElement(), reached);
                if (file.processes().stream().anyMatch(process -> reached.contains(process.getId()))) {
                    findings.add(
                            file.name(),
                            call.getId(),
                            "panggilan-melingkar",
                            "Proses ini akhirnya memanggil dirinya sendiri; putuskan lingkaran itu.",
                            "This process calls itself in the end; break the circle.");
                }
            }
        }
    }

    private static void collectCalled(Map<String, Process> processes, String id, Set<String> reached) {
        if (id != null && processes.containsKey(id) && reached.add(id)) {
            processes
                    .get(id)
                    .getModelInstance()
                    .getModelElementsByType(CallActivity.class)
                    .forEach(call -> collectCalled(processes, call.getCalledElement(), reached));
        }
    }

    private static void leftOver(Sop sop, Set<String> used, Findings findings) {
        sop.forms().stream()
                .filter(form -> !used.contains(form.id()))
                .forEach(form -> leftOver(form.name(), form.id(), findings));
        Set<String> required = sop.dmn().stream()
                .flatMap(file -> file.xml().all())
                .filter(element -> element.name.equals("requiredDecision") && element.attribute("href") != null)
                .map(element -> element.attribute("href").replaceFirst("^#", ""))
                .collect(Collectors.toSet());
        for (Sop.DmnFile file : sop.dmn()) {
            decisions(new Sop(sop.bpmn(), List.of(file), sop.forms())).stream()
                    .filter(id -> !used.contains(id) && !required.contains(id))
                    .forEach(id -> leftOver(file.name(), id, findings));
        }
    }

    private static void leftOver(String file, String id, Findings findings) {
        findings.add(
                file,
                id,
                "tak-terpakai",
                "Tidak ada langkah dalam paket ini yang memakainya; sertakan semua berkas SOP sekaligus, atau hapus"
                        + " berkas ini.",
                "No step of this bundle uses it; put all files of the SOP into it, or remove this file.");
    }
}
