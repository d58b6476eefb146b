package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.AccessTable.FieldClass;
import id.tuntas.sop.FormSchema;
import id.tuntas.sop.SopBundle;
import id.tuntas.vault.ClearList;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The table of access names what exists, says each thing once, and is shown to those who answer for it. */
@AccessTest
class AccessTablePageTest {

    @LocalServerPort
    int port;

    @Autowired
    AccessTable table;

    @Autowired
    ClearList clear;

    @Test
    void namesOnlyFieldsOfShippedForms() {
        SopBundle sop = SopBundle.fromDirectory(Path.of(""));
        Set<String> known = sop.names().stream()
                .filter(name -> name.endsWith(".form"))
                .map(name -> FormSchema.parse(sop.bytes(name)))
                .flatMap(form -> form.keys().stream())
                .collect(Collectors.toSet());
        assertThat(fields()).isSubsetOf(known);
    }

    @Test
    void putsNoFieldIntoTwoClassesAndNoneThatIsClearAnyway() {
        assertThat(fields()).doesNotHaveDuplicates().noneMatch(clear::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor"})
    void isShownToThoseWhoAnswerForIt(String user) {
        var who = Visitor.signedIn(port, user);
        assertThat(who.get("/kelola/akses").body())
                .contains("Manajer Kasus", "Semua kasus di daerahnya", "Identitas korban", "korbanNama", "nomorKasus");
        assertThat(who.get("/kelola/akses?lang=en").body()).contains("Who sees what", "All cases of the district");
        assertThat(who.get("/beranda").body()).contains("href=\"/kelola/akses\"");
    }

    @Test
    void saysWhatTheFormsCallAField() {
        assertThat(Visitor.signedIn(port, "admin").get("/kelola/akses").body()).doesNotContain("??");
    }

    @Test
    void isShownToNobodyElse() {
        assertThat(Visitor.signedIn(port, "kepala-dinas").get("/kelola/akses").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(port, "penyusun-sop").get("/beranda").body())
                .doesNotContain("/kelola/akses");
    }

    private List<String> fields() {
        return table.classes().values().stream()
                .map(FieldClass::fields)
                .flatMap(Set::stream)
                .toList();
    }
}
