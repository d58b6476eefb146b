package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.shared.CaseNumber;
import id.tuntas.testing.WholeDatabase;
import id.tuntas.vault.ClearList;
import id.tuntas.vault.Erasure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random cases with a mark of its own in every field of text; then somebody has the database, its files, its
 * write-ahead log and the log of the application, and finds none.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class MarkedCases {

    /** As many as a build has time for; {@code -Dtuntas.cases=200} for a release. */
    private static final int CASES = Integer.getInteger("tuntas.cases", 40);

    private static final long SEED = 20261122;
    /** A mark, or the identity number every officer here types. */
    private static final Pattern MARK = Pattern.compile("zQ7x[0-9]{6}|5315010101900001");

    /** Written in clear on purpose: whoever does not find this one does not look. */
    private static final String CONTROL = "zQ7x000000";

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

    @LocalServerPort
    int port;

    private final AtomicInteger marks = new AtomicInteger();

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void holdsNoWordOfACaseInClearAndNoneAfterItWasErased(CapturedOutput log) {
        db.sql("create table kendali (teks varchar(40))").update();
        db.sql("insert into kendali values ('" + CONTROL + "')").update();
        SimulatedDistrict district = new SimulatedDistrict(
                port, officers(), engine, SEED, key -> "zQ7x%06d ".formatted(marks.incrementAndGet()) + key);
        district.openCases(CASES);
        district.workUntilNothingIsLeft();

        assertThat(marks.get()).isGreaterThan(CASES * 5);
        assertThat(db.sql("select count(*) from data_key where case_number is null")
                        .query(Integer.class)
                        .single())
                .as("keys that no erasure would find")
                .isZero();
        assertThat(new WholeDatabase(database).whereIs(MARK))
                .as("tables")
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsExactly("kendali.teks");
        flush();
        assertThat(marksIn(files())).as("files of the database").containsExactly(CONTROL);
        assertThat(marksIn(log.getAll())).as("log").isEmpty();
        eraseOne(oneThatStayed(district.caseNumbers()));
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
        before.removeIf(mark -> !mark.startsWith("zQ7x")); // the identity number stands in every case
        assertThat(before).as("marks of the case while it can be read").isNotEmpty();

        erasure.erase(CaseNumber.parse(number), "uji penghapusan", "penguji");

        assertThat(readableMarks(roots)).isEmpty();
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

    /** Marks in everything the history service gives, of these root instances or of all. */
    private Set<String> readableMarks(Set<String> roots) {
        Set<String> found = new TreeSet<>();
        each(value -> {
            if (roots == null || roots.contains(value.getRootProcessInstanceId())) {
                found.addAll(marksIn(String.valueOf(value.getValue())));
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

    private static Set<String> marksIn(Path folder) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.addAll(marksIn(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Set<String> marksIn(String text) {
        Set<String> found = new TreeSet<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            found.add(mark.group());
        }
        return found;
    }
}
