package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.Absence;
import id.tuntas.access.Absences;
import id.tuntas.access.Visitor;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What managers do with steps from the board: who may, what is refused and why, and that nothing is done twice. */
@TuntasTest
class ActInPlaceTest {

    private static final String PATH = "/pantau/tindakan";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient db;

    @Autowired
    Absences absences;

    private CaseDriver driver;
    private String step;

    @BeforeEach
    void openACase() {
        driver = new CaseDriver(engine, Persona.quiet()).begin();
        step = stepId("terima-laporan");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "penyelia-kasus, 200, 200",
        "manajer-kasus, 200, 200",
        "kepala-uptd, 200, 200",
        "kepala-bidang-ppa, 200, 403",
        "kepala-dinas, 200, 403",
        "petugas-pengaduan, 403, 403",
        "auditor, 403, 403",
        "admin, 403, 403"
    })
    void eachGroupHasItsActs(String user, int remindAndCall, int reassignAndDecide) {
        Visitor who = Visitor.signedIn(port, user);
        assertThat(who.get(preview("ingatkan", step)).statusCode()).isEqualTo(remindAndCall);
        assertThat(who.get(preview("telepon", step)).statusCode()).isEqualTo(remindAndCall);
        assertThat(who.get(preview("alihkan", step)).statusCode()).isEqualTo(reassignAndDecide);
        assertThat(who.get(preview("putuskan", step)).statusCode()).isEqualTo(reassignAndDecide);
        assertThat(press(who, "alihkan", List.of(step), "orang", "petugas-pengaduan")
                        .statusCode())
                .isEqualTo(reassignAndDecide == 200 ? 303 : 403);
    }

    @Test
    void theListAndTheCaseOfferOnlyTheActsOfTheReader() {
        String supervisors = Visitor.signedIn(port, "penyelia-kasus")
                .get("/kasus/" + driver.number())
                .body();
        assertThat(supervisors).contains("value=\"ingatkan\"", "value=\"alihkan\"", "pilih-" + step);
        String heads = Visitor.signedIn(port, "kepala-dinas")
                .get("/kasus/" + driver.number())
                .body();
        assertThat(heads).contains("value=\"telepon\"").doesNotContain("value=\"alihkan\"");
        assertThat(Visitor.signedIn(port, "petugas-pengaduan")
                        .get("/kasus/" + driver.number())
                        .body())
                .doesNotContain("name=\"tindakan\"", "pilih-" + step);
        assertThat(Visitor.signedIn(port, "penyelia-kasus")
                        .get("/pantau/daftar?langkah=terima-laporan&urut=terbaru")
                        .body())
                .contains("value=\"ingatkan\"", "name=\"langkah\"");
    }

    @Test
    void remindsOnceAnHourAndPutsItInTheLedgerAndTheAudit() {
        Visitor manager = Visitor.signedIn(port, "penyelia-kasus");
        assertThat(manager.get(preview("ingatkan", step)).body())
                .contains(
                        "Yang akan dikerjakan: 1",
                        "Tidak ada yang dapat disurel: pengingat hanya tercatat. Teleponlah.");
        assertThat(kinds()).doesNotContain("REMINDED_BY_HAND");

        assertThat(resultOf(manager, press(manager, "ingatkan", List.of(step)))).contains("Pengingat tercatat.");
        assertThat(resultOf(manager, press(manager, "ingatkan", List.of(step)))).contains("kurang dari satu jam");
        assertThat(kinds()).containsOnlyOnce("REMINDED_BY_HAND");
        assertThat(audit("CLOCK_REMINDED_BY_HAND")).containsExactly("penyelia-kasus");
        assertThat(manager.get("/kasus/" + driver.number()).body()).contains("diingatkan oleh penyelia-kasus");

        ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + 61 * 60 * 1000));
        manager = Visitor.signedIn(port, "kepala-dinas"); // an hour is longer than a session lasts unused
        assertThat(resultOf(manager, press(manager, "ingatkan", List.of(step)))).contains("Pengingat tercatat.");
    }

    @Test
    void theSamePressTwiceActsOnce() {
        Visitor manager = Visitor.signedIn(port, "kepala-dinas");
        String key = UUID.randomUUID().toString();
        for (int press = 0; press < 3; press++) {
            assertThat(resultOf(manager, pressed(manager, key, "telepon", List.of(step), "hasil", "tersambung")))
                    .contains("Telepon dicatat.", "Dikerjakan: 1. Tidak: 0.");
        }
        assertThat(kinds()).containsOnlyOnce("CALL_NOTED");
    }

    @Test
    void aCallIsAnOutcomeFromAListAndAPromisedDay() {
        Visitor manager = Visitor.signedIn(port, "manajer-kasus");
        String day = LocalDate.now(ZoneId.of("Asia/Makassar")).plusDays(2).toString();
        assertThat(press(manager, "telepon", List.of(step)).body()).contains("Pilih hasil teleponnya.");
        assertThat(press(manager, "telepon", List.of(step), "hasil", "janji").statusCode())
                .isEqualTo(400);
        assertThat(press(manager, "telepon", List.of(step), "hasil", "janji", "janji", "2001-01-01")
                        .body())
                .contains("Isi tanggal yang dijanjikan");
        assertThat(press(manager, "telepon", List.of(step), "hasil", "katanya besok")
                        .body())
                .contains("hasil");
        assertThat(kinds()).doesNotContain("CALL_NOTED");
        assertThat(resultOf(manager, press(manager, "telepon", List.of(step), "hasil", "janji", "janji", day)))
                .contains("Telepon dicatat.");
        assertThat(manager.get("/kasus/" + driver.number()).body())
                .contains("telepon dicatat oleh manajer-kasus: dijanjikan selesai, selesai paling lambat");
    }

    @Test
    void aStepIsGivenOnlyToSomebodyItIsOfferedTo() {
        Visitor manager = Visitor.signedIn(port, "penyelia-kasus");
        String picker = manager.get(preview("alihkan", step)).body();
        assertThat(picker)
                .contains("value=\"petugas-pengaduan\"", "langkah terbuka")
                .doesNotContain("value=\"mediator\"", "manado-petugas-pengaduan");
        assertThat(manager.get(preview("alihkan", step) + "&orang=mediator").body())
                .contains("Tidak ikut: 1", "Orang itu tidak boleh");
        for (String wrong : List.of("mediator", "manado-petugas-pengaduan", "tidak-ada", "penyelia-kasus")) {
            assertThat(resultOf(manager, press(manager, "alihkan", List.of(step), "orang", wrong)))
                    .contains("Orang itu tidak boleh");
        }
        assertThat(task(step).getAssignee()).isNull();

        assertThat(resultOf(manager, press(manager, "alihkan", List.of(step), "orang", "petugas-pengaduan")))
                .contains("Dialihkan.");
        assertThat(task(step).getAssignee()).isEqualTo("petugas-pengaduan");
        assertThat(kinds()).contains("REASSIGNED");
        assertThat(audit("STEP_ASSIGNED")).containsExactly("penyelia-kasus");
        assertThat(resultOf(manager, press(manager, "alihkan", List.of(step), "orang", "petugas-pengaduan")))
                .contains("Sudah dipegang orang itu.");
    }

    @Test
    void thePickerSaysWhoIsAway() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Makassar"));
        String away = "petugas-pengaduan";
        absences.keep(away, new Absence(today, today.plusDays(2)), today, away);
        try {
            assertThat(Visitor.signedIn(port, "penyelia-kasus")
                            .get(preview("alihkan", step))
                            .body())
                    .contains("value=\"" + away + "\"", "tidak masuk " + today.getDayOfMonth() + " ");
        } finally {
            absences.forget(away, away);
        }
    }

    @Test
    void moreTimeIsDecidedByItsRungAndByNobodyElse() {
        String request = aRequest();
        String rung =
                engine.getTaskService().getIdentityLinksForTask(request).get(0).getGroupId();
        String other = rung.equals("kepala-uptd") ? "penyelia-kasus" : "kepala-uptd";
        Visitor outsider = Visitor.signedIn(port, other);
        assertThat(outsider.get(preview("putuskan", request)).body()).contains("anak tangga lain");
        assertThat(resultOf(outsider, press(outsider, "putuskan", List.of(request), "keputusan", "setuju")))
                .contains("anak tangga lain");

        Visitor manager = Visitor.signedIn(port, rung);
        Date before = task(stepId("susun-rencana")).getDueDate();
        assertThat(manager.get(preview("putuskan", request)).body())
                .contains("Susun rencana", "tambahan 1 hari", "menunggu dokumen");
        assertThat(resultOf(manager, press(manager, "putuskan", List.of(request), "keputusan", "setuju")))
                .contains("Diputuskan.");
        assertThat(task(stepId("susun-rencana")).getDueDate()).isAfter(before);
        assertThat(resultOf(manager, press(manager, "putuskan", List.of(request), "keputusan", "setuju")))
                .contains("Sudah selesai");
    }

    @Test
    void moreTimeThatCannotBeGivenAnyMoreCanOnlyBeDeclined() {
        String request = aRequest();
        String rung =
                engine.getTaskService().getIdentityLinksForTask(request).get(0).getGroupId();
        Visitor manager = Visitor.signedIn(port, rung);
        db.sql("update step_clock set statutory = true where id = ?")
                .param(stepId("susun-rencana"))
                .update();
        assertThat(resultOf(manager, press(manager, "putuskan", List.of(request), "keputusan", "setuju")))
                .contains("hanya dapat ditolak");
        assertThat(resultOf(manager, press(manager, "putuskan", List.of(request), "keputusan", "tolak")))
                .contains("Diputuskan.");
    }

    @Test
    void ofManyStepsThoseThatCannotAreNamedAndTheOthersAreDone() {
        CaseDriver second = new CaseDriver(engine, Persona.quiet()).begin();
        String fine = stepOf(second, "terima-laporan");
        String done = step;
        driver.complete("terima-laporan");
        String stage = db.sql("select id from step_clock where case_number = ? and kind = 'TAHAP'")
                .param(driver.number())
                .query(String.class)
                .list()
                .get(0);
        List<String> mixed = List.of(done, fine, stage, "tidak-ada");
        Visitor manager = Visitor.signedIn(port, "penyelia-kasus");
        assertThat(manager.get(preview("ingatkan", mixed.toArray(String[]::new)))
                        .body())
                .contains("Tidak ikut: 3", "Yang akan dikerjakan: 1", "Ini sebuah tahap", "Sudah selesai");
        assertThat(resultOf(manager, press(manager, "ingatkan", mixed)))
                .contains("Dikerjakan: 1. Tidak: 3.", "Pengingat tercatat.", "Tidak ada langkah itu di daerah Anda.");
    }

    @Test
    void aStepOfAnotherDistrictAnswersLikeOneThatDoesNotExist() {
        Visitor stranger = Visitor.signedIn(port, "manado-penyelia-kasus");
        assertThat(stranger.get(preview("ingatkan", step)).body())
                .contains("Tidak ada langkah itu di daerah Anda.")
                .doesNotContain(driver.number(), "Terima laporan");
        for (String act : List.of("ingatkan", "alihkan", "putuskan", "telepon")) {
            var answer = press(
                    stranger,
                    act,
                    List.of(step),
                    "orang",
                    "petugas-pengaduan",
                    "keputusan",
                    "setuju",
                    "hasil",
                    "tersambung");
            assertThat(resultOf(stranger, answer))
                    .contains("Tidak ada langkah itu di daerah Anda.")
                    .doesNotContain(driver.number(), "Terima laporan");
        }
        assertThat(kinds()).containsExactly("STARTED");
    }

    @Test
    void nobodySeesWhatBecameOfAnothersPress() {
        Visitor manager = Visitor.signedIn(port, "penyelia-kasus");
        String to = press(manager, "ingatkan", List.of(step))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(manager.get(path(to)).body()).contains(driver.number());
        assertThat(Visitor.signedIn(port, "manado-penyelia-kasus").get(path(to)).body())
                .contains("Dikerjakan: 0. Tidak: 0.")
                .doesNotContain(driver.number());
    }

    @ParameterizedTest
    @CsvSource({
        "tindakan=hapus&langkah=x, tindakan",
        "langkah=x, tindakan",
        "tindakan=ingatkan&langkah=%3Cb%3E, langkah",
        "tindakan=alihkan&langkah=x&orang=%27%20or%201, orang",
        "tindakan=putuskan&langkah=x&keputusan=mungkin, keputusan"
    })
    void whatCannotBeIsRefusedByItsName(String query, String field) {
        var answer = Visitor.signedIn(port, "penyelia-kasus").get(PATH + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("&quot;" + field + "&quot;");
    }

    @Test
    void leadsBackOnlyToPagesOfOurs() {
        Visitor manager = Visitor.signedIn(port, "penyelia-kasus");
        assertThat(manager.get(preview("ingatkan", step) + "&kembali=%2Fpantau%2Fdaftar%3Fkeadaan%3Dterlambat")
                        .body())
                .contains("href=\"/pantau/daftar?keadaan=terlambat\"");
        assertThat(manager.get(preview("ingatkan", step) + "&kembali=%2F%2Fevil.example")
                        .body())
                .doesNotContain("evil.example");
        assertThat(manager.get(preview("ingatkan", step) + "&kembali=javascript%3Aalert(1)")
                        .body())
                .doesNotContain("javascript:");
    }

    @Test
    void noActWithoutTheTokenOfThePageAndNoneByFollowingALink() {
        Visitor manager = Visitor.signedIn(port, "penyelia-kasus");
        assertThat(manager.submit("/actuator/health", PATH, "tindakan", "ingatkan", "langkah", step, "kunci", key())
                        .statusCode())
                .isEqualTo(403);
        manager.get(preview("ingatkan", step) + "&kunci=" + key());
        assertThat(kinds()).containsExactly("STARTED");
    }

    private String aRequest() {
        driver.untilOpen("susun-rencana")
                .asked(
                        "susun-rencana",
                        "perpanjang",
                        Map.of("alasanTenggat", "menunggu-dokumen", "lamaPerpanjangan", "P1D"));
        return stepId("setujui-perpanjangan");
    }

    private static String preview(String act, String... steps) {
        return PATH + "?tindakan=" + act + "&langkah=" + String.join("&langkah=", steps);
    }

    private static HttpResponse<String> press(Visitor who, String act, List<String> steps, String... more) {
        return pressed(who, key(), act, steps, more);
    }

    private static HttpResponse<String> pressed(
            Visitor who, String key, String act, List<String> steps, String... more) {
        List<String> fields = new ArrayList<>(List.of("tindakan", act, "kunci", key));
        steps.forEach(id -> fields.addAll(List.of("langkah", id)));
        fields.addAll(List.of(more));
        return who.submit("/akun", PATH, fields.toArray(String[]::new));
    }

    private static String resultOf(Visitor who, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return who.get(path(answer.headers().firstValue("Location").orElseThrow()))
                .body();
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private List<String> kinds() {
        return db.sql("select kind from clock_event where clock_id = ? order by id")
                .param(step)
                .query(String.class)
                .list();
    }

    private List<String> audit(String kind) {
        return db.sql("select actor from audit_entry where kind = ? and case_number = ?")
                .params(kind, driver.number())
                .query(String.class)
                .list();
    }

    private String stepId(String key) {
        return stepOf(driver, key);
    }

    private String stepOf(CaseDriver one, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(one.number())
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
    }

    private Task task(String id) {
        return engine.getTaskService().createTaskQuery().taskId(id).singleResult();
    }
}
