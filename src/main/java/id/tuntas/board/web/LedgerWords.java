package id.tuntas.board.web;

import id.tuntas.board.CaseHistory.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts rows of the ledger into sentences. */
@Component
class LedgerWords {

    /** Said by the facts of the step already. */
    private static final Set<String> SAID = Set.of("STARTED", "DONE", "CANCELLED", "LADDER_ENDED");

    private static final Set<String> OF_GROUPS = Set.of("RUNG_TOLD", "RUNG_EMPTY", "RESPONSE_LATE");

    /** Kinds whose reason is the id of a person or of no use to a reader. */
    private static final Set<String> AS_IT_IS = Set.of("REASSIGNED", "CHANGE_REFUSED");

    private final BoardWords words;
    private final MessageSource messages;

    LedgerWords(BoardWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    List<CaseView.Event> of(List<Entry> rows, ZoneId zone, Locale locale) {
        return rows.stream()
                .filter(row -> !SAID.contains(row.kind()))
                .map(row -> new CaseView.Event(
                        row.at(), words.when(row.at(), zone, locale), sentence(row, zone, locale), row.actor() != null))
                .toList();
    }

    private String sentence(Entry row, ZoneId zone, Locale locale) {
        boolean promised = row.kind().equals("CALL_NOTED") && row.until() != null;
        Object[] parts = {
            row.actor() == null ? words.text("case.itself", locale) : row.actor(),
            reason(row, locale),
            when(row.until(), zone, locale),
            when(row.dueBefore(), zone, locale),
            when(row.dueAfter(), zone, locale)
        };
        // a kind from a newer version of the program is shown by its name
        return messages.getMessage("case.event." + row.kind() + (promised ? ".until" : ""), parts, row.kind(), locale);
    }

    /** Why, ready to follow the sentence; of groups and people just their name. */
    private String reason(Entry row, Locale locale) {
        if (row.reason() == null) {
            return "";
        }
        if (OF_GROUPS.contains(row.kind())) {
            return words.group(row.reason());
        }
        return AS_IT_IS.contains(row.kind())
                ? row.reason()
                : ": " + messages.getMessage("case.reason." + row.reason(), null, row.reason(), locale);
    }

    private String when(Instant at, ZoneId zone, Locale locale) {
        return at == null ? "" : words.when(at, zone, locale);
    }
}
