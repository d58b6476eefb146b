package id.tuntas.vault;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import id.tuntas.vault.ClosedCases.CaseState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the data of a closed case are kept, by the reason it was closed for, and which cases are due. Erases nothing. */
@Component
public class Retention {

    private static final String OTHERWISE = "lainnya";
    private static final int CHUNK = 500; // case numbers in one question

    private final Map<String, Period> periods = new TreeMap<>();
    private final ClosedCases cases;
    private final Districts districts;
    private final JdbcClient db;
    private final Clock clock;

    /** @param file reason and ISO-8601 period; {@code lainnya} for every reason that is missing */
    Retention(
            @Value("${tuntas.vault.retention:classpath:vault/retention.yaml}") Resource file,
            ClosedCases cases,
            Districts districts,
            JdbcClient db,
            Clock clock) {
        this.cases = cases;
        this.districts = districts;
        this.db = db;
        this.clock = clock;
        read(file).forEach((reason, period) -> periods.put(reason, Period.parse(period)));
        if (!periods.containsKey(OTHERWISE)) {
            throw new IllegalStateException(file + " has no period for \"" + OTHERWISE + "\"");
        }
    }

    /** Periods by closing reason. */
    public Map<String, Period> periods() {
        return new TreeMap<>(periods);
    }

    /** Closed cases of all districts whose period has run out and that are neither erased nor held: for a person to decide on. */
    public List<Proposal> proposals() {
        return due(districts.districts()).stream()
                .filter(proposal -> !proposal.held())
                .toList();
    }

    /** Closed cases of these districts whose period has run out and that are not erased; longest closed first. */
    public List<Proposal> due(Collection<District> ofDistricts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<CaseState> due = cases.closedBefore(latest(today), ofDistricts).stream()
                .filter(state -> !dueOn(state).isAfter(today))
                .toList();
        Set<String> readable = readable(due);
        Set<String> held = Set.copyOf(db.sql("select distinct case_number from legal_hold where lifted_at is null")
                .query(String.class)
                .list());
        return due.stream()
                .filter(state -> readable.contains(state.number().value()))
                .map(state -> new Proposal(
                        state.number(),
                        state.closedAt(),
                        state.closingReason(),
                        dueOn(state),
                        held.contains(state.number().value())))
                .toList();
    }

    /** How long a case is kept that was closed for this reason (null: for none). */
    public Period period(String closingReason) {
        return closingReason == null
                ? periods.get(OTHERWISE)
                : periods.getOrDefault(closingReason, periods.get(OTHERWISE));
    }

    /** The first day (UTC) on which a case that was closed then for this reason may be erased. */
    public LocalDate dueOn(Instant closedAt, String closingReason) {
        return LocalDate.ofInstant(closedAt, ZoneOffset.UTC).plus(period(closingReason));
    }

    private LocalDate dueOn(CaseState state) {
        return dueOn(state.closedAt(), state.closingReason());
    }

    /** What was closed later than this is due for no reason; months differ in length, so some days are added. */
    private Instant latest(LocalDate today) {
        LocalDate day = periods.values().stream()
                .map(today::minus)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return day.plusDays(4).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Set<String> readable(List<CaseState> states) {
        Set<String> readable = new HashSet<>();
        for (int from = 0; from < states.size(); from += CHUNK) {
            readable.addAll(db.sql(
                            "select distinct case_number from data_key where case_number in (:numbers) and wrapped is not null")
                    .param(
                            "numbers",
                            states.subList(from, Math.min(from + CHUNK, states.size())).stream()
                                    .map(state -> state.number().value())
                                    .toList())
                    .query(String.class)
                    .list());
        }
        return readable;
    }

    private static Map<String, String> read(Resource file) {
        try (InputStream yaml = file.getInputStream()) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /**
     * @param closingReason may be null
     * @param dueOn the first day (UTC) on which the case may be erased
     * @param held whether somebody forbids it
     */
    public record Proposal(CaseNumber number, Instant closedAt, String closingReason, LocalDate dueOn, boolean held) {}
}
