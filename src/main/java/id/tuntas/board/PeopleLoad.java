package id.tuntas.board;

import id.tuntas.access.Accounts;
import id.tuntas.engine.SupervisedSteps;
import id.tuntas.shared.District;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom steps may be given, and how much each has on his desk. Who is away, nothing here knows. */
@Component
public class PeopleLoad {

    private final SupervisedSteps steps;
    private final Accounts accounts;
    private final JdbcClient db;

    PeopleLoad(SupervisedSteps steps, Accounts accounts, JdbcClient db) {
        this.steps = steps;
        this.accounts = accounts;
        this.db = db;
    }

    /** Whoever may take at least one of the steps and may sign in; who may take most of them first, then the least loaded. */
    public List<Person> forSteps(List<String> clockIds, Reader reader) {
        Map<String, String> names = new TreeMap<>();
        Map<String, Integer> may = new HashMap<>();
        clockIds.forEach(id -> steps.whoMayTake(id).forEach((user, name) -> {
            names.put(user, name);
            may.merge(user, 1, Integer::sum);
        }));
        names.keySet().removeIf(user -> !accounts.stateOf(user).enabled());
        Map<String, Long> loads = loads(List.copyOf(names.keySet()), reader);
        return names.entrySet().stream()
                .map(person -> new Person(
                        person.getKey(),
                        person.getValue(),
                        loads.getOrDefault(person.getKey(), 0L),
                        may.get(person.getKey())))
                .sorted(Comparator.comparing(Person::may)
                        .reversed()
                        .thenComparing(Person::load)
                        .thenComparing(Person::userId))
                .toList();
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
     */
    public record Person(String userId, String name, long load, int may) {}
}
