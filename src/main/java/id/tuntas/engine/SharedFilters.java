package id.tuntas.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists every caseworker finds in Tasklist. They belong to nobody and are written again at each start, so that a
 * change here reaches old databases. Which steps appear in them is still decided by the engine for each person.
 */
@Component
@Transactional
public class SharedFilters {

    /** Only what says nothing about a person; Tasklist prints it on the card before anybody has claimed the step. */
    private static final List<Map<String, String>> ON_THE_CARD =
            List.of(Map.of("name", "nomorKasus", "label", "Kasus"), Map.of("name", "tingkatRisiko", "label", "Risiko"));

    private final FilterService filters;
    private final TaskService tasks;

    SharedFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    public void renew() {
        save("Tugas saya", "#0b5351", 10, "Langkah yang sudah Anda ambil", mine());
        save(
                "Instansi saya – belum diambil",
                "#b25400",
                20,
                "Langkah yang menunggu diambil instansi Anda",
                unclaimed());
        save("Jatuh tempo hari ini", "#7a5c00", 30, "Langkah yang harus selesai hari ini", dueToday());
        save(
                "Segera lewat tenggat",
                "#8a4b08",
                35,
                "Langkah yang pengingatnya sudah lewat dan tenggatnya belum",
                soonLate());
        save("Terlambat", "#a51d2d", 40, "Langkah yang sudah lewat tenggat", late());
    }

    private TaskQuery mine() {
        return byDueDate(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    }

    private TaskQuery unclaimed() {
        return byDueDate(tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskUnassigned());
    }

    private TaskQuery dueToday() {
        return byDueDate(tasks.createTaskQuery().dueAfterExpression("${now()}").dueBeforeExpression("${endOfToday()}"));
    }

    /** The follow-up date of a step is its reminder, see the module sla. */
    private TaskQuery soonLate() {
        return byDueDate(
                tasks.createTaskQuery().followUpBeforeExpression("${now()}").dueAfterExpression("${now()}"));
    }

    private TaskQuery late() {
        return byDueDate(tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    }

    private static TaskQuery byDueDate(TaskQuery query) {
        return query.orderByDueDate().asc();
    }

    private void save(String name, String color, int priority, String description, TaskQuery query) {
        Filter existing = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = existing == null ? filters.newTaskFilter(name) : existing;
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "color", color,
                "priority", priority,
                "description", description,
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", ON_THE_CARD));
        filters.saveFilter(filter);
    }
}
