package id.tuntas.engine;

import id.tuntas.vault.CaseKeys;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens sealed answers so that they can be counted, and only that: the few answers of {@link CountedAnswers}, as codes,
 * without the case they are of. Nothing is kept. Whoever asks has checked who may see figures of the district, puts the
 * question on record, and lets nothing but counts leave.
 */
@Component
public class CaseAnswers {

    /** As many cases as one question may concern; more would hold memory and keys for too long. */
    public static final int MOST_CASES = 20_000;

    private static final int AT_ONCE = 250;

    private final HistoryService history;
    private final IdentityService identities;
    private final CaseKeys keys;
    private final CountedAnswers counted;
    private final String caseProcess;

    /** A question costs seconds of decryption: two at once leave the machine to those who work on cases. */
    private final Semaphore turns = new Semaphore(2);

    CaseAnswers(
            HistoryService history,
            IdentityService identities,
            CaseKeys keys,
            CountedAnswers counted,
            @Value("${tuntas.case-process:penanganan-korban}") String caseProcess) {
        this.history = history;
        this.identities = identities;
        this.keys = keys;
        this.counted = counted;
        this.caseProcess = caseProcess;
    }

    /** Names of the answers that are read, in no order. */
    public Set<String> names() {
        return counted.names();
    }

    /**
     * Shows each case of a district to the reader, one after the other, oldest first.
     *
     * @param from cases opened at or after this moment
     * @param until and before this one
     * @throws TooManyCasesException if they are more than {@link #MOST_CASES}; then the reader has seen none
     */
    public void each(String districtId, Instant from, Instant until, Consumer<Case> reader) {
        turns.acquireUninterruptibly();
        try {
            AsNobody.call(identities, () -> {
                read(districtId, from, until, reader);
                return null;
            });
        } finally {
            turns.release();
        }
    }

    private void read(String districtId, Instant from, Instant until, Consumer<Case> reader) {
        HistoricProcessInstanceQuery opened = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(caseProcess)
                .tenantIdIn(districtId)
                .startedAfter(Date.from(from))
                .startedBefore(Date.from(until.minusMillis(1))); // the engine includes both ends
        long cases = opened.count();
        if (cases > MOST_CASES) {
            throw new TooManyCasesException(cases);
        }
        List<String> ids =
                opened.orderByProcessInstanceStartTime().asc().orderByProcessInstanceId().asc().list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        for (int first = 0; first < ids.size(); first += AT_ONCE) {
            some(ids.subList(first, Math.min(first + AT_ONCE, ids.size())), reader);
        }
    }

    private void some(List<String> ids, Consumer<Case> reader) {
        List<String> readable = ids.stream().filter(id -> !keys.isErased(id)).toList();
        for (int erased = readable.size(); erased < ids.size(); erased++) {
            reader.accept(new Case(true, Map.of()));
        }
        if (!readable.isEmpty()) {
            answers(readable).values().forEach(answers -> reader.accept(new Case(false, answers)));
        }
    }

    private Map<String, Map<String, Set<String>>> answers(List<String> ids) {
        Map<String, Map<String, Set<String>>> answers = new HashMap<>();
        ids.forEach(id -> answers.put(id, new HashMap<>()));
        history
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(ids.toArray(String[]::new))
                .variableNameIn(counted.names().toArray(String[]::new))
                .list()
                .stream()
                .filter(CaseAnswers::isOfTheWholeCase)
                .forEach(value -> answers.get(value.getProcessInstanceId())
                        .put(value.getName(), counted.codes(value.getName(), opened(value))));
        return answers;
    }

    /** A copy inside a stage or a step is not the case's answer. */
    private static boolean isOfTheWholeCase(HistoricVariableInstance value) {
        return value.getProcessInstanceId().equals(value.getActivityInstanceId());
    }

    /** @throws IllegalStateException if it does not open, as without its master key: a figure without it would be wrong */
    private static Object opened(HistoricVariableInstance value) {
        if (value.getErrorMessage() != null) {
            throw new IllegalStateException("The answer " + value.getName() + " of a case does not open");
        }
        return value.getValue();
    }

    /**
     * What is counted of one case.
     *
     * @param erased whether its keys were destroyed; then nothing else is known
     * @param codes options by name of the answer; a missing name was not answered yet
     */
    public record Case(boolean erased, Map<String, Set<String>> codes) {

        /** Whether the answer is, or contains, one of the options. */
        public boolean is(String name, String... options) {
            Set<String> given = codes.getOrDefault(name, Set.of());
            for (String option : options) {
                if (given.contains(option)) {
                    return true;
                }
            }
            return false;
        }

        /** The answer to a question with one answer; null if there is none. */
        public String one(String name) {
            return codes.getOrDefault(name, Set.of()).stream().findFirst().orElse(null);
        }
    }

    /** The question concerns too many cases; a shorter period helps. */
    public static final class TooManyCasesException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyCasesException(long cases) {
            super(cases + " cases, at most " + MOST_CASES + " are counted at once");
        }
    }
}
