package id.tuntas.access.web;

import id.tuntas.access.AccessTable;
import id.tuntas.access.AccessTable.FieldClass;
import id.tuntas.access.AccessTable.Grant;
import id.tuntas.access.Roles;
import id.tuntas.engine.DeployedSop;
import id.tuntas.vault.ClearList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the application says about itself: which role sees which class of fields without holding a step, and what is not
 * protected at all. For administrators and auditors; holds no case.
 */
@Controller
class AccessTablePage {

    private final AccessTable table;
    private final ClearList clear;
    private final DeployedSop sop;

    AccessTablePage(AccessTable table, ClearList clear, DeployedSop sop) {
        this.table = table;
        this.clear = clear;
        this.sop = sop;
    }

    @GetMapping("/kelola/akses")
    String page(Model model) {
        Map<String, String> labels = sop.fieldLabels();
        model.addAttribute(
                "classes",
                table.classes().values().stream()
                        .map(one -> new ClassRow(one.title(), rows(one, labels)))
                        .toList());
        model.addAttribute(
                "roles",
                table.roles().entrySet().stream()
                        .map(role -> new RoleRow(
                                Roles.title(role.getKey()),
                                role.getValue().scope().name(),
                                titles(role.getValue())))
                        .toList());
        model.addAttribute(
                "clear",
                clear.reasons().entrySet().stream()
                        .map(one -> new ClearRow(one.getKey(), label(one.getKey(), labels), one.getValue()))
                        .toList());
        return "kelola/akses";
    }

    private List<String> titles(Grant grant) {
        return table.classes().entrySet().stream()
                .filter(one -> grant.classes().contains(one.getKey()))
                .map(one -> one.getValue().title())
                .toList();
    }

    private static List<FieldRow> rows(FieldClass one, Map<String, String> labels) {
        return one.fields().stream()
                .map(name -> new FieldRow(name, label(name, labels)))
                .toList();
    }

    /** The name itself where no form asks for it: the case gets it in another way. */
    private static String label(String name, Map<String, String> labels) {
        return labels.getOrDefault(name, name);
    }

    /** @param scope name of an {@link AccessTable.Scope}, for the message */
    record RoleRow(String title, String scope, List<String> classes) {}

    record ClassRow(String title, List<FieldRow> fields) {}

    record FieldRow(String name, String label) {}

    record ClearRow(String name, String label, String reason) {}
}
