package id.tuntas.notify;

import static id.tuntas.notify.NotifyBench.EAST;
import static id.tuntas.notify.NotifyBench.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import id.tuntas.shared.District;
import id.tuntas.sla.StepReminded;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What arrives by real SMTP and what must not; the same on every database. Jayapura is UTC+9, Jakarta UTC+7. */
@ExtendWith(OutputCaptureExtension.class)
abstract class DigestsContract {

    private static final String MONDAY_0730_EAST = "2026-11-22T22:30:00Z";
    private static final String TUESDAY_0730_EAST = "2026-11-23T22:30:00Z";
    private static final String SATURDAY_0730_EAST = "2026-11-27T22:30:00Z";

    NotifyBench bench;
    GreenMail server;

    abstract NotifyBench open();

    @BeforeEach
    void start() {
        bench = open();
        server = bench.startServer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void onMondayAManagerGetsFiveNumbersEachWithALink() throws Exception {
        bench.person("kepala", EAST, "kepala-dinas");
        String late = bench.step(EAST, "psikolog", "2026-11-21T00:00:00Z", "SEDANG");
        bench.happened(late, "breached_at", "2026-11-21T00:00:00Z");
        String longLate = bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", "SEDANG");
        bench.happened(longLate, "breached_at", "2026-11-01T00:00:00Z");
        String doneMeanwhile = bench.step(EAST, "polres-ppa", "2026-11-20T00:00:00Z", null);
        bench.happened(doneMeanwhile, "breached_at", "2026-11-20T00:00:00Z");
        bench.happened(doneMeanwhile, "legal_breach_at", "2026-11-20T00:00:00Z");
        bench.happened(doneMeanwhile, "done_at", "2026-11-20T05:00:00Z");
        bench.step(EAST, "kepala-dinas", "2026-11-29T14:59:59Z", "RENDAH"); // Sunday 23:59:59
        bench.step(EAST, "psikolog", "2026-11-29T15:00:00Z", "RENDAH"); // Monday 00:00
        runAt(MONDAY_0730_EAST);

        assertThat(textOf(mailTo("kepala").get(0)))
                .isEqualTo(
                        """
                        Ringkasan Kabupaten Timur, Senin, 23 November 2026

                        Langkah yang sekarang terlambat: 2
                        https://tuntas.contoh.go.id/pantau/daftar?keadaan=terlambat
                        Menjadi terlambat sejak Senin lalu: 2
                        https://tuntas.contoh.go.id/pantau/daftar?keadaan=pernah-terlambat&dari=2026-11-16
                        Batas waktu undang-undang terlampaui sejak Senin lalu: 1
                        https://tuntas.contoh.go.id/pantau/daftar?keadaan=melanggar-hukum
                        Jatuh tempo minggu ini: 1
                        https://tuntas.contoh.go.id/pantau/daftar?keadaan=terbuka&dari=2026-11-23&sampai=2026-11-29
                        Menunggu diambil kelompok Anda: 1
                        https://tuntas.contoh.go.id/pantau/daftar?keadaan=menunggu-saya

                        --\s
                        Dikirim otomatis oleh Tuntas, tanpa data kasus. Balasan tidak dibaca.""");
    }

    @Test
    void onAWorkingDayWhoeverHasStepsGetsThreeNumbersAndALink() throws Exception {
        bench.person("sari", EAST, "psikolog", "mediator");
        bench.step(EAST, "psikolog", "2026-11-24T14:59:59Z", null); // today
        bench.step(EAST, "mediator", "2026-11-24T15:00:00Z", null); // tomorrow
        bench.taken(bench.step(EAST, "peksos", "2026-11-01T00:00:00Z", null), "sari");
        bench.taken(bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", null), "budi");
        bench.step(EAST, "peksos", "2026-11-01T00:00:00Z", null);
        bench.happened(bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", null), "done_at", "2026-11-02T00:00:00Z");
        runAt(TUESDAY_0730_EAST);

        assertThat(textOf(mailTo("sari").get(0)))
                .isEqualTo(
                        """
                        Tugas Anda, Kabupaten Timur, Selasa, 24 November 2026

                        Menunggu diambil kelompok Anda: 2
                        Sedang Anda pegang: 1
                        Di antaranya terlambat atau jatuh tempo hari ini: 2

                        Buka daftar tugas:
                        https://tuntas.contoh.go.id/camunda/app/tasklist/default/

                        --\s
                        Dikirim otomatis oleh Tuntas, tanpa data kasus. Balasan tidak dibaca.
                        Surel harian ini dapat dimatikan di halaman Akun:
                        https://tuntas.contoh.go.id/akun""");
    }

    @Test
    void nothingInALetterTellsOfACaseOrOfAnotherDistrict() throws Exception {
        bench.person("kepala", EAST, "kepala-uptd");
        bench.person("sari", EAST, "psikolog");
        bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", "DARURAT");
        for (int other = 0; other < 7; other++) {
            bench.happened(
                    bench.step(WEST, "psikolog", "2026-11-21T00:00:00Z", "DARURAT"),
                    "legal_breach_at",
                    "2026-11-21T00:00:00Z");
        }
        runAt(MONDAY_0730_EAST);

        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> assertThat(
                        GreenMailUtil.getWholeMessage(mail))
                .doesNotContain(
                        NotifyBench.CASE,
                        NotifyBench.STEP,
                        "kekerasan",
                        "DARURAT",
                        "jam-",
                        "psikolog",
                        "Barat",
                        "lalu: 7"));
    }

    @Test
    void aLetterSaysThatAProgramWroteIt() throws Exception {
        bench.person("kepala", EAST, "penyelia-kasus");
        runAt(MONDAY_0730_EAST);

        MimeMessage mail = mailTo("kepala").get(0);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("To")).containsExactly("kepala@kantor.example");
        assertThat(mail.getHeader("From")).containsExactly("tuntas@contoh.go.id");
        assertThat(mail.getSubject()).isEqualTo("Tuntas: ringkasan tugas Anda");
        assertThat(mail.getMessageID()).endsWith("@contoh.go.id>");
        assertThat(mail.getSentDate()).isEqualTo(bench.clock.instant());
        assertThat(mail.getContentType()).startsWith("text/plain");
    }

    @Test
    void whoChoseEnglishGetsEnglish() throws Exception {
        bench.person("kepala", EAST, "kepala-bidang-ppa");
        bench.wants("kepala", true, "en");
        runAt(MONDAY_0730_EAST);

        assertThat(mailTo("kepala").get(0).getSubject()).isEqualTo("Tuntas: summary of your tasks");
        assertThat(textOf(mailTo("kepala").get(0)))
                .startsWith("Summary of Kabupaten Timur, Monday, 23 November 2026")
                .contains("Steps late now: 0");
    }

    @Test
    void eachDistrictHasItsOwnHalfPastSeven() throws Exception {
        bench.person("timur", EAST, "manajer-kasus");
        bench.person("barat", WEST, "manajer-kasus");
        runAt("2026-11-22T22:29:59Z");
        assertThat(server.getReceivedMessages()).isEmpty();
        runAt(MONDAY_0730_EAST);
        assertThat(mailTo("timur")).hasSize(1);
        assertThat(mailTo("barat")).isEmpty();
        runAt("2026-11-23T00:30:00Z");
        assertThat(mailTo("timur")).hasSize(1);
        assertThat(mailTo("barat")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T00:00:00Z, 1",
        "2026-11-23T08:59:59Z, 1",
        "2026-11-23T09:00:00Z, 0",
        "2026-11-23T22:30:00Z, 0"
    })
    void whatWasMissedInTheMorningIsSentTheSameDayBeforeSix(String started, int letters) {
        bench.person("kepala", EAST, "kepala-dinas");
        runAt(started);
        assertThat(bench.letters()).hasSize(letters);
    }

    @Test
    void whoeverHasTheStepIsRemindedAtOnceAndIsToldNothingOfIt() throws Exception {
        bench.person("sari", EAST, "psikolog");
        bench.wants("sari", false, "id");
        bench.person("budi", EAST, "psikolog");
        remind(EAST, "sari", "psikolog");

        assertThat(bench.letters()).containsExactly("sari REMINDER SENT 1");
        assertThat(mailTo("sari").get(0).getSubject()).isEqualTo("Tuntas: pengingat");
        assertThat(textOf(mailTo("sari").get(0)))
                .isEqualTo(
                        """
                        Pimpinan mengingatkan: ada langkah yang menunggu Anda. Kabupaten Timur, Selasa, 24 November 2026.

                        Buka daftar tugas:
                        https://tuntas.contoh.go.id/camunda/app/tasklist/default/

                        --\s
                        Dikirim otomatis oleh Tuntas, tanpa data kasus. Balasan tidak dibaca.""");
        assertThat(GreenMailUtil.getWholeMessage(mailTo("sari").get(0)))
                .doesNotContain(NotifyBench.CASE, NotifyBench.STEP, "psikolog");
    }

    @Test
    void whileNobodyHasTheStepItsGroupInThatDistrictIsReminded() {
        bench.person("sari", EAST, "psikolog");
        bench.person("budi", EAST, "peksos", "psikolog");
        bench.person("lain", EAST, "peksos");
        bench.person("jauh", WEST, "psikolog");
        remind(EAST, null, "psikolog");
        assertThat(bench.letters()).containsExactly("budi REMINDER SENT 1", "sari REMINDER SENT 1");
        assertThat(bench.reminders.reach(null, "psikolog", EAST.id())).isEqualTo(2);
    }

    @Test
    void manyStepsAtOnceMakeOneLetterAndLaterStepsAnother() {
        bench.person("sari", EAST, "psikolog");
        bench.clock.is(TUESDAY_0730_EAST);
        for (int step = 0; step < 3; step++) {
            bench.reminders.write(reminded(EAST, "sari", "psikolog"));
        }
        bench.newPostman().run();
        assertThat(mailTo("sari")).hasSize(1);

        remind(EAST, "sari", "psikolog");
        assertThat(mailTo("sari")).hasSize(2);
    }

    @Test
    void withoutAnAddressOrAMailServerNobodyIsReached() {
        remind(EAST, "tanpa-alamat", "psikolog");
        bench.person("sari", EAST, "psikolog");
        Reminders without = bench.newReminders("");
        without.write(reminded(EAST, "sari", "psikolog"));

        assertThat(without.reach("sari", "psikolog", EAST.id())).isZero();
        assertThat(bench.reminders.reach("tanpa-alamat", "psikolog", EAST.id())).isZero();
        assertThat(bench.letters()).isEmpty();
    }

    @Test
    void whoHasNothingToDoOrSwitchedItOffHearsNothing() {
        bench.person("lengang", EAST, "mediator");
        bench.person("diam", EAST, "psikolog");
        bench.wants("diam", false, "id");
        bench.person("jauh", WEST, "psikolog");
        bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", "DARURAT");
        runAt(TUESDAY_0730_EAST);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(bench.letters()).isEmpty();
    }

    @Test
    void aManagerCannotSwitchMondayOff() {
        bench.person("kepala", EAST, "kepala-dinas");
        bench.wants("kepala", false, "id");
        bench.step(EAST, "kepala-dinas", "2026-11-01T00:00:00Z", null);
        runAt(MONDAY_0730_EAST);
        assertThat(bench.letters()).containsExactly("kepala WEEKLY SENT 1");
    }

    @Test
    void onHolidaysOnlyLateDangerIsTold() {
        bench.holidays.put(LocalDate.of(2026, 11, 23), List.of());
        bench.person("kepala", EAST, "kepala-dinas");
        bench.person("sari", EAST, "psikolog");
        bench.person("lina", EAST, "peksos");
        bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", "SEDANG");
        bench.step(EAST, "psikolog", "2026-12-24T00:00:00Z", "DARURAT");
        bench.step(EAST, "peksos", "2026-11-22T22:30:00Z", "TINGGI");
        runAt(MONDAY_0730_EAST);
        assertThat(bench.letters()).containsExactly("kepala WEEKLY SENT 1", "lina DAILY SENT 1");
    }

    @Test
    void onSaturdayTooOnlyLateDangerIsTold() {
        bench.person("sari", EAST, "psikolog");
        bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", "SEDANG");
        runAt(SATURDAY_0730_EAST);
        assertThat(bench.letters()).isEmpty();
    }

    @Test
    void nobodyGetsALetterTwiceHoweverOftenItIsLookedAfter() {
        bench.person("kepala", EAST, "kepala-dinas");
        bench.step(EAST, "kepala-dinas", "2026-11-01T00:00:00Z", null);
        for (String moment :
                List.of(MONDAY_0730_EAST, MONDAY_0730_EAST, "2026-11-22T23:30:00Z", "2026-11-23T08:00:00Z")) {
            runAt(moment);
        }
        assertThat(bench.letters()).containsExactly("kepala WEEKLY SENT 1", "kepala DAILY SENT 1");
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void twoNodesThatWriteAndSendAtOnceSendEachLetterOnce() throws Exception {
        for (int person = 0; person < 30; person++) {
            bench.person("kepala" + person, EAST, "kepala-dinas");
        }
        bench.clock.is(MONDAY_0730_EAST);
        Runnable one = node();
        Runnable other = node();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            var together = new CyclicBarrier(2);
            List<Future<?>> both = Stream.of(one, other)
                    .<Future<?>>map(node -> nodes.submit(() -> {
                        together.await();
                        node.run();
                        return null;
                    }))
                    .toList();
            for (Future<?> each : both) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        // a node whose look came before the other's commit finds the letters with its next look
        one.run();

        assertThat(bench.letters()).hasSize(30).allMatch(letter -> letter.endsWith("WEEKLY SENT 1"));
        assertThat(server.getReceivedMessages()).hasSize(30);
        assertThat(Stream.of(server.getReceivedMessages()).map(this::recipient)).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatWasDownGetsEverythingLater() {
        bench.person("kepala", EAST, "kepala-dinas");
        bench.person("wakil", EAST, "kepala-uptd");
        int port = server.getSmtp().getPort();
        server.stop();
        bench.clock.is(MONDAY_0730_EAST);
        bench.digests.run();
        Postman postman = bench.postmanTo(port);
        postman.run();
        assertThat(bench.letters())
                .as("the second is not even tried")
                .containsExactly("kepala WEEKLY WAITING 1", "wakil WEEKLY WAITING 0");

        server = bench.startServer(port);
        bench.clock.passes(Duration.ofSeconds(59));
        postman.run();
        assertThat(bench.letters()).containsExactly("kepala WEEKLY WAITING 1", "wakil WEEKLY SENT 1");
        bench.clock.passes(Duration.ofSeconds(1));
        postman.run();
        assertThat(bench.letters()).containsExactly("kepala WEEKLY SENT 2", "wakil WEEKLY SENT 1");
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void triesComeLaterAndLaterAndEndAfterADay() {
        bench.person("kepala", EAST, "kepala-dinas");
        int port = server.getSmtp().getPort();
        server.stop();
        bench.clock.is(MONDAY_0730_EAST);
        bench.digests.run();
        Postman postman = bench.postmanTo(port);
        for (long minutes : new long[] {0, 1, 5, 30, 120}) {
            bench.clock.passes(Duration.ofMinutes(minutes).minusSeconds(minutes == 0 ? 0 : 1));
            postman.run();
            bench.clock.passes(Duration.ofSeconds(minutes == 0 ? 0 : 1));
            postman.run();
        }
        assertThat(bench.letters()).containsExactly("kepala WEEKLY WAITING 5");
        assertThat(bench.health.health().getStatus()).as("after 2 h 36 min").isEqualTo(Status.UP);
        for (int tries = 0; tries < 15; tries++) {
            bench.clock.passes(Duration.ofHours(2));
            postman.run();
            assertThat(bench.health.health().getStatus()).isEqualTo(Status.DOWN);
        }
        assertThat(bench.letters()).containsExactly("kepala WEEKLY GIVEN_UP 15");
        bench.clock.passes(Duration.ofDays(1));
        assertThat(bench.health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aRefusedRecipientIsGivenUpAndStopsNobodyElse(CapturedOutput log) throws IOException {
        bench.person("salah", EAST, "kepala-dinas");
        bench.person("wakil", EAST, "kepala-uptd");
        bench.clock.is(MONDAY_0730_EAST);
        bench.digests.run();
        try (var refusing = new RefusingServer("RCPT TO:<salah@", "550 5.1.1 no such person")) {
            bench.postmanTo(refusing.port()).run();
            assertThat(refusing.taken).containsExactly("wakil@kantor.example");
        }
        assertThat(bench.letters()).containsExactly("salah WEEKLY REFUSED 1", "wakil WEEKLY SENT 1");
        assertThat(bench.health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(bench.health.health().getDetails()).containsEntry("refusedInADay", 1L);
        assertThat(problems()).containsExactly("SMTPAddressFailedException 550");
        assertThat(log).contains("550").doesNotContain("salah").doesNotContain("kantor.example");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT TO:<kepala@, 450 come back later, SMTPAddressFailedException 450, 1",
        "DATA, 554 no, SMTPSendFailedException 554, 1",
        "MAIL FROM, 530 sign in first, SMTPSendFailedException 530, 0",
        "'', 421 closing, , 0"
    })
    void whatTheServerMayTakeLaterIsTriedAgain(String command, String answer, String problem, int othersTried)
            throws IOException {
        bench.person("kepala", EAST, "kepala-dinas");
        bench.person("wakil", EAST, "kepala-uptd");
        bench.clock.is(MONDAY_0730_EAST);
        bench.digests.run();
        try (var refusing = new RefusingServer(command, answer)) {
            bench.postmanTo(refusing.port()).run();
        }
        assertThat(bench.letters()).first().isEqualTo("kepala WEEKLY WAITING 1");
        assertThat(bench.letters().get(1)).endsWith(" " + othersTried);
        if (problem != null) {
            assertThat(problems()).first().isEqualTo(problem);
        }
        assertThat(problems()).noneMatch(text -> text != null && text.contains("@"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasNoAddressAnyMoreOrSwitchedOffMeanwhileGetsNothing(boolean gone) {
        bench.person("sari", EAST, "psikolog");
        bench.step(EAST, "psikolog", "2026-11-01T00:00:00Z", null);
        bench.clock.is(TUESDAY_0730_EAST);
        bench.digests.run();
        if (gone) {
            bench.contacts.clear();
        } else {
            bench.wants("sari", false, "id");
        }
        bench.newPostman().run();
        assertThat(bench.letters()).containsExactly("sari DAILY DROPPED 1");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void theOutboxForgetsAfterAMonth() {
        bench.person("kepala", EAST, "kepala-dinas");
        runAt(MONDAY_0730_EAST);
        runAt("2026-12-20T22:30:00Z");
        assertThat(bench.letters()).hasSize(2);
        runAt("2026-12-27T22:30:00Z");
        assertThat(bench.letters()).hasSize(2);
        assertThat(bench.db
                        .sql("select count(*) from mail_round where local_date < date '2026-11-27'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void runAt(String instant) {
        bench.clock.is(instant);
        bench.digests.run();
        bench.newPostman().run();
    }

    private void remind(District district, String assignee, String group) {
        bench.clock.is(TUESDAY_0730_EAST);
        bench.reminders.write(reminded(district, assignee, group));
        bench.newPostman().run();
    }

    private static StepReminded reminded(District district, String assignee, String group) {
        return new StepReminded(
                "jam-1", NotifyBench.CASE, NotifyBench.STEP, district.id(), assignee, group, "kepala-dinas");
    }

    private Runnable node() {
        Digests digests = bench.newDigests();
        Postman postman = bench.newPostman();
        return () -> {
            digests.run();
            postman.run();
        };
    }

    private List<String> problems() {
        return bench.db
                .sql("select problem from mail_outbox where problem is not null order by id")
                .query(String.class)
                .list();
    }

    private List<MimeMessage> mailTo(String user) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(user + "@kantor.example"))
                .toList();
    }

    private String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String textOf(MimeMessage mail) throws MessagingException, IOException {
        return ((String) mail.getContent()).replace("\r\n", "\n");
    }
}
