package id.tuntas.sop;

import java.util.Collection;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** A file holds one executable process of its own name, with a time to live and a form if people may start it. */
final class ProcessRules implements Rule {

    private static final Pattern TIME_TO_LIVE = Pattern.compile("P?[0-9]{1,5}D?");

    @Override
    public void check(Sop sop, Findings findings) {
        for (Sop.BpmnFile file : sop.bpmn()) {
            Collection<Process> processes = file.processes();
            if (processes.size() != 1) {
                findings.add(
                        file.name(),
                        "",
                        "satu-berkas-satu-proses",
                        "Satu berkas memuat tepat satu proses; berkas ini memuat %d.".formatted(processes.size()),
                        "A file holds exactly one process; this one holds %d.".formatted(processes.size()));
            }
            processes.forEach(process -> check(file.name(), process, findings));
        }
    }

    private static void check(String file, Process process, Findings findings) {
        String id = process.getId();
        if (processIdDiffers(file, id)) {
            findings.add(
                    file,
                    id,
                    "nama-berkas",
                    "Id proses harus sama dengan nama berkas (\"%s\").".formatted(Sop.baseName(file)),
                    "The process id must be the file name (\"%s\").".formatted(Sop.baseName(file)));
        }
        if (!process.isExecutable()) {
            findings.add(
                    file,
                    id,
                    "tidak-dapat-dijalankan",
                    "Proses belum ditandai dapat dijalankan; centang Executable.",
                    "The process is not executable; tick Executable.");
        }
        String timeToLive = process.getCamundaHistoryTimeToLiveString();
        if (timeToLive == null || !TIME_TO_LIVE.matcher(timeToLive).matches()) {
            findings.add(
                    file,
                    id,
                    "tanpa-masa-simpan",
                    "Proses belum punya masa simpan riwayat; isi History time to live dalam hari, misalnya P3650D.",
                    "The process has no history time to live; give it in days, for example P3650D.");
        }
        if (!Boolean.FALSE.equals(process.isCamundaStartableInTasklist())) {
            process.getChildElementsByType(StartEvent.class).stream()
                    .filter(start -> start.getEventDefinitions().isEmpty() && start.getCamundaFormRef() == null)
                    .forEach(start -> withoutStartForm(file, start, findings));
        }
    }

    private static boolean processIdDiffers(String file, String id) {
        return !Sop.baseName(file).equals(id);
    }

    private static void withoutStartForm(String file, StartEvent start, Findings findings) {
        findings.add(
                file,
                start.getId(),
                "mulai-tanpa-formulir",
                "Proses dapat dimulai dari Tasklist tetapi tidak punya formulir mulai; isi formRef, atau matikan"
                        + " \"Startable\".",
                "The process can be started from Tasklist but has no start form; set formRef or switch Startable off.");
    }
}
