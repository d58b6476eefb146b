package id.tuntas.vault;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.ClosedCases.CaseState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
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

    private final Map<String, Period> periods = new TreeMap<>();
    private final ClosedCases cases;
    private final JdbcClient db;
    private final Clock clock;

    /** @param file reason and ISO-8601 period; {@code lainnya} for every reason that is missing */
    Retention(
            @Value("${tuntas.vault.retention:classpath:vault/retention.yaml}") Resource file,
            ClosedCases cases,
            JdbcClient db,
            Clock clock) {
        this.cases = cases;
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

    /** Closed cases whose period has run out and that are neither erased nor held: for a person to decide on. */
    public List<Proposal> proposals() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<String> held = new HashSet<>(db.sql("select case_number from legal_hold where lifted_at is null")
                .query(String.class)
                .list());
        Set<String> readable = new HashSet<>(
                db.sql("select case_number from data_key where case_number is not null and wrapped is not null")
                        .query(String.class)
                        .list());
        return cases.closed().stream()
                .filter(state -> readable.contains(state.number().value()))
                .filter(state -> !held.contains(state.number().value()))
                .map(state -> new Proposal(state.number(), state.closedAt(), state.closingReason(), dueOn(state)))
                .filter(proposal -> !proposal.dueOn().isAfter(today))
                .toList();
    }

    private LocalDate dueOn(CaseState state) {
        Period period = state.closingReason() == null
                ? periods.get(OTHERWISE)
                : periods.getOrDefault(state.closingReason(), periods.get(OTHERWISE));
        return LocalDate.ofInstant(state.closedAt(), ZoneOffset.UTC).plus(period);
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
     */
    public record Proposal(CaseNumber number, Instant closedAt, String closingReason, LocalDate dueOn) {}
}
