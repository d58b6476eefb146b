package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.shared.CaseNumber;
import id.tuntas.testing.WholeDatabase;
import id.tuntas.vault.ClearList;
import id.tuntas.vault.Erasure;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random cases with a mark of its own in every field of text; then somebody has the database, its files, its
 * write-ahead log, a dump, the log of the application, all mail and every file and page there is, and finds none.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class MarkedCases {

    private static final Logger LOG = LoggerFactory.getLogger(MarkedCases.class);

    /** As many as a build has time for; {@code -Dtuntas.cases=200} for a release. */
    private static final int CASES = Integer.getInteger("tuntas.cases", 40);

    private static final long SEED = 20261122;

    /** When the exports are looked at, beside the end: much is open then, and the first steps are late. */
    private static final Duration BUSY = Duration.ofDays(2);

    private static final int REMINDED = 30;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @Autowired
    Erasure erasure;

    @Autowired
    ClearList clear;

    @Autowired
    ApplicationContext program;

    @LocalServerPort
    int port;

    private final Marks marks = new Marks();
    private SimulatedDistrict district;
    private MarksInMail mail;
    private Instant busy;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void holdsNoWordOfACaseInClearAndNoneAfterItWasErased(CapturedOutput log) throws Exception {
        writeControls();
        work();

        assertThat(marks.count()).isGreaterThan(CASES * 5);
        assertThat(db.sql("select count(*) from data_key where case_number is null")
                        .query(Integer.class)
                        .single())
                .as("keys that no erasure would find")
                .isZero();
        assertThat(new WholeDatabase(database).whereIs(Marks.inClear()))
                .as("tables")
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsExactlyInAnyOrder("kendali.teks", "kendali.bita");
        assertThat(marksInDump()).as("dump").containsExactly(Marks.CONTROL, Marks.CONTROL_OF_BYTES);
        flush();
        assertThat(Marks.in(files()))
                .as("files of the database")
                .containsExactly(Marks.CONTROL, Marks.CONTROL_OF_BYTES);
        checkMail();
        checkExports();
        eraseOne(oneThatStayed(district.caseNumbers()));
        assertThat(Marks.in(log.getAll())).as("log").containsExactly(Marks.CONTROL);
    }

    private void writeControls() {
        db.sql("create table kendali (teks varchar(40), bita " + bytes() + ")").update();
        db.sql("insert into kendali values (?, ?)")
                .params(Marks.CONTROL, Marks.CONTROL_OF_BYTES.getBytes(StandardCharsets.US_ASCII))
                .update();
        LOG.info(Marks.CONTROL);
    }

    private void work() {
        long begin = System.nanoTime();
        district = new SimulatedDistrict(port, officers(), engine, SEED, marks::next);
        mail = MarksInMail.to(officers(), program);
        busy = now().plus(BUSY);
        district.whenTimeMoves(this::lookAround);
        district.openCases(CASES);
        district.workUntilNothingIsLeft();
        LOG.info(
                "{} cases: {} marks, {} s",
                CASES,
                marks.count(),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private void lookAround() {
        mail.look();
        if (busy != null && now().isAfter(busy)) {
            busy = null;
            MarksInExports.remind(port, openSteps());
            checkExports();
        }
    }

    private List<String> openSteps() {
        return db.sql("select id from step_clock where done_at is null and kind = 'LANGKAH'"
                        + " and district_id = 'manggarai-barat' order by id fetch first " + REMINDED + " rows only")
                .query(String.class)
                .list();
    }

    private void checkMail() {
        assertThat(mail.control()).as("a letter with a mark").containsExactly(Marks.CONTROL);
        assertThat(mail.found()).as("mail").isEmpty();
        LOG.info("Letters: {}", mail.subjects());
        assertThat(mail.subjects().keySet())
                .as("summaries and reminders in two languages, and the control")
                .hasSize(5);
    }

    private void checkExports() {
        long begin = System.nanoTime();
        MarksInExports exports = MarksInExports.of(port, now(), district.caseNumbers());
        assertThat(exports.found()).as("pages and exports").isEmpty();
        LOG.info(
                "{} pages and files in {} s",
                exports.size(),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private Set<String> marksInDump() throws Exception {
        try (Marks.Search search = new Marks.Search()) {
            dump(search);
            return search.found();
        }
    }

    /** What was handed over to another district is in its case too, and is erased with that one. */
    private String oneThatStayed(Set<String> numbers) {
        Set<String> linked =
                new TreeSet<>(db.sql("select from_number from case_handover union select to_number from case_handover")
                        .query(String.class)
                        .list());
        return numbers.stream()
                .filter(number -> !linked.contains(number))
                .findFirst()
                .orElseThrow();
    }

    private void eraseOne(String number) {
        Set<String> roots = new TreeSet<>(db.sql("select root_instance_id from data_key where case_number = ?")
                .param(number)
                .query(String.class)
                .list());
        Set<String> before = readableMarks(roots);
        assertThat(before).as("marks of the case while it can be read").isNotEmpty();
        assertThat(MarksInExports.shownOnRecord(port, number))
                .as("page of the case while it can be read")
                .isNotEmpty();

        erasure.erase(CaseNumber.parse(number), "uji penghapusan", "penguji");

        assertThat(readableMarks(roots)).isEmpty();
        assertThat(MarksInExports.shownOnRecord(port, number))
                .as("page of the case")
                .isEmpty();
        assertThat(readableValues(roots)).as("what is left").isSubsetOf(clearNames());
        assertThat(readableMarks(null)).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    /** Names of what still has a value. */
    private Set<String> readableValues(Set<String> roots) {
        Set<String> names = new TreeSet<>();
        each(value -> {
            if (roots.contains(value.getRootProcessInstanceId()) && value.getValue() != null) {
                names.add(value.getName());
            }
        });
        return names;
    }

    private Set<String> clearNames() {
        return clear.reasons().keySet();
    }

    /** Marks of fields in everything the history service gives, of these root instances or of all. */
    private Set<String> readableMarks(Set<String> roots) {
        Set<String> found = new TreeSet<>();
        each(value -> {
            if (roots == null || roots.contains(value.getRootProcessInstanceId())) {
                found.addAll(Marks.ofFieldsIn(String.valueOf(value.getValue())));
            }
        });
        return found;
    }

    private void each(Consumer<HistoricVariableInstance> reader) {
        int first = 0;
        List<HistoricVariableInstance> page = page(first);
        while (!page.isEmpty()) {
            page.forEach(reader);
            first += page.size();
            page = page(first);
        }
    }

    private List<HistoricVariableInstance> page(int first) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .orderByVariableId()
                .asc()
                .listPage(first, 1000);
    }

    private List<String> officers() {
        return engine.getIdentityService().createUserQuery().listPage(0, 200).stream()
                .map(User::getId)
                .toList();
    }

    /** Makes the database write to its files what it has in memory. */
    abstract void flush();

    /** Where the database keeps them. */
    abstract Path files();

    /** The type of a column of bytes. */
    abstract String bytes();

    /** What an operator would keep as a backup. */
    abstract void dump(OutputStream to) throws Exception;

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
