package id.tuntas.board;

import id.tuntas.board.BadFilter.Reason;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.Risk;
import id.tuntas.shared.ServiceKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads a filter out of an address and refuses what cannot be, by its name. */
@Component
public class FilterReader {

    private static final int LONGEST_YEARS = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final int LAST_PAGE = 1_000_000;

    /** Ids of steps and stages, and of people. A well-formed one that does not exist simply has no clocks. */
    private static final Pattern MODEL_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,127}");

    private static final Pattern USER_ID = Pattern.compile("[\\w.@+-]{1,64}", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern HOURS_OF_A_YEAR =
            Pattern.compile("[1-9]\\d{0,2}|[1-7]\\d{3}|8[0-6]\\d{2}|87[0-5]\\d|8760");

    /** Of every page: the language, and what Spring Security adds for somebody who had to sign in first. */
    private static final Set<String> ANYWHERE = Set.of("lang", "continue");

    private final MouRegister register;

    FilterReader(MouRegister register) {
        this.register = register;
    }

    /**
     * Empty values are as if they were not there.
     *
     * @param parameters all parameters of the address
     * @param others names of parameters that the page itself reads, beside the filter
     * @throws BadFilter if one is unknown, given twice, or has a value that cannot be
     */
    public BoardFilter read(Map<String, String[]> parameters, Reader reader, Set<String> others) {
        EnumMap<Field, String> values = new EnumMap<>(Field.class);
        parameters.forEach((name, typed) -> {
            if (typed.length > 1) {
                throw new BadFilter(name, Reason.TWICE, null);
            }
            if (!ANYWHERE.contains(name) && !others.contains(name)) {
                Field field = Field.of(name).orElseThrow(() -> new BadFilter(name, Reason.UNKNOWN_FIELD, null));
                if (!typed[0].isBlank()) {
                    values.put(field, typed[0].strip());
                }
            }
        });
        BoardFilter filter = new BoardFilter(reader, values);
        values.forEach((field, value) -> check(filter, field, value));
        period(filter);
        return filter.value(Field.RISK)
                .map(risk -> filter.with(Field.RISK, risk.toUpperCase(Locale.ROOT)))
                .orElse(filter);
    }

    /** A page of a list, from 1 on; 1 if the address names none. */
    public int page(String typed) {
        if (typed == null || typed.isBlank()) {
            return 1;
        }
        String number = typed.strip();
        int page = number.matches("\\d{1,7}") ? Integer.parseInt(number) : 0;
        if (page < 1 || page > LAST_PAGE) {
            throw new BadFilter("halaman", Reason.NOT_A_PAGE, typed);
        }
        return page;
    }

    private void check(BoardFilter filter, Field field, String value) {
        boolean known =
                switch (field) {
                    case STATE -> BoardState.of(value).isPresent();
                    case KIND -> value.equals("langkah") || value.equals("tahap");
                    case DISTRICT -> !filter.districts().isEmpty();
                    case AGENCY -> BoardFilter.isNone(value) || isAgency(filter, value);
                    case PERSON ->
                        BoardFilter.isNone(value) || USER_ID.matcher(value).matches();
                    case STAGE ->
                        BoardFilter.isNone(value) || MODEL_ID.matcher(value).matches();
                    case STEP -> MODEL_ID.matcher(value).matches();
                    case RISK -> BoardFilter.isNone(value) || Risk.of(value).isPresent();
                    case SERVICE -> BoardFilter.isNone(value) || ServiceKey.isValid(value);
                    case ANSWER -> Answer.of(value).isPresent();
                    case FROM, UNTIL -> isDay(field, value);
                    case LAW -> value.equals("ya");
                    case MOVED -> value.equals("jeda") || value.equals("perpanjangan");
                    case OWN_TIME -> value.equals("kerja") || value.equals("terus");
                    case WITHIN -> HOURS_OF_A_YEAR.matcher(value).matches();
                };
        if (!known) {
            throw new BadFilter(field.word(), Reason.UNKNOWN_VALUE, value);
        }
    }

    /** Of the districts the filter speaks of; those of others are as good as none. */
    private boolean isAgency(BoardFilter filter, String id) {
        return filter.districts().stream()
                .flatMap(district -> register.agencies(district.id()).stream())
                .anyMatch(agency -> agency.id().equals(id));
    }

    private static boolean isDay(Field field, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return true;
            }
        } catch (DateTimeException notADay) {
            // refused below
        }
        throw new BadFilter(field.word(), Reason.NOT_A_DAY, value);
    }

    private static void period(BoardFilter filter) {
        if (filter.from().isEmpty() || filter.until().isEmpty()) {
            return;
        }
        LocalDate from = filter.from().get();
        LocalDate until = filter.until().get();
        if (until.isBefore(from)) {
            throw new BadFilter(Field.UNTIL.word(), Reason.BACKWARDS, until.toString());
        }
        if (until.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new BadFilter(Field.UNTIL.word(), Reason.TOO_LONG, until.toString());
        }
    }
}
