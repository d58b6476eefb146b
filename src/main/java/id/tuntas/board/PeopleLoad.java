package id.tuntas.board;

import id.tuntas.access.Absence;
import id.tuntas.access.Absences;
import id.tuntas.access.Accounts;
import id.tuntas.engine.SupervisedSteps;
import id.tuntas.shared.District;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom steps may be given, how much each has on his desk, and who is away. */
@Component
public class PeopleLoad {

    private final SupervisedSteps steps;
    private final Accounts accounts;
    private final Absences absences;
    private final JdbcClient db;
    private final Clock clock;

    PeopleLoad(SupervisedSteps steps, Accounts accounts, Absences absences, JdbcClient db, Clock clock) {
        this.absences = absences;
        this.clock = clock;
        this.steps = steps;
        this.accounts = accounts;
        this.db = db;
    }

    /**
     * Whoever may take at least one of the steps and may sign in; who is away today last, who may take most of them first,
     * then the least loaded.
     */
    public List<Person> forSteps(List<String> clockIds, Reader reader) {
        Map<String, String> names = new TreeMap<>();
        Map<String, Integer> may = new HashMap<>();
        clockIds.forEach(id -> steps.whoMayTake(id).forEach((user, name) -> {
            names.put(user, name);
            may.merge(user, 1, Integer::sum);
        }));
        names.keySet().removeIf(user -> !accounts.stateOf(user).enabled());
        Map<String, Long> loads = loads(List.copyOf(names.keySet()), reader);
        LocalDate today = today(reader);
        Map<String, Absence> away = absences.from(today, names.keySet());
        return names.entrySet().stream()
                .map(person -> new Person(
                        person.getKey(),
                        person.getValue(),
                        loads.getOrDefault(person.getKey(), 0L),
                        may.get(person.getKey()),
                        away.get(person.getKey())))
                .sorted(inOrder(today))
                .toList();
    }

    static Comparator<Person> inOrder(LocalDate today) {
        return Comparator.comparing((Person person) -> person.isAwayOn(today))
                .thenComparing(Person::may, Comparator.reverseOrder())
                .thenComparing(Person::load)
                .thenComparing(Person::userId);
    }

    private LocalDate today(Reader reader) {
        ZoneId zone =
                reader.districts().stream().map(District::zone).findFirst().orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Map<String, Long> loads(List<String> userIds, Reader reader) {
        Map<String, Long> loads = new HashMap<>();
        if (!userIds.isEmpty() && !reader.districts().isEmpty()) {
            db.sql(
                            """
                            select assignee, count(*) as clocks from step_clock
                            where assignee in (:users) and district_id in (:districts) and done_at is null and kind = 'LANGKAH'
                            group by assignee""")
                    .param("users", userIds)
                    .param(
                            "districts",
                            reader.districts().stream().map(District::id).toList())
                    .query(row -> {
                        loads.put(row.getString("assignee"), row.getLong("clocks"));
                    });
        }
        return loads;
    }

    /**
     * @param load open steps he has taken, in the reader's districts
     * @param may how many of the steps he may take
     * @param away the days on which he is away, now or later; null if none are known
     */
    public record Person(String userId, String name, long load, int may, Absence away) {

        boolean isAwayOn(LocalDate day) {
            return away != null && away.covers(day);
        }
    }
}
