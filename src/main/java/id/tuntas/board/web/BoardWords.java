package id.tuntas.board.web;

import id.tuntas.access.Roles;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Field;
import id.tuntas.board.StepNames;
import id.tuntas.partner.CatalogueService;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import id.tuntas.sla.OwnTime.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the board: what codes, ids, times and filters are called in the reader's language. */
@Component
class BoardWords {

    private final MessageSource messages;
    private final Districts districts;
    private final StepNames steps;
    private final MouRegister register;

    BoardWords(MessageSource messages, Districts districts, StepNames steps, MouRegister register) {
        this.messages = messages;
        this.districts = districts;
        this.steps = steps;
        this.register = register;
    }

    String text(String key, Locale locale, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }

    String field(Field field, Locale locale) {
        return text("board.field." + field.word(), locale);
    }

    String state(BoardState state, Locale locale) {
        return text("board.state." + state.word(), locale);
    }

    /** What a value of a filter is called. */
    String value(Field field, String value, BoardFilter filter, Locale locale) {
        if (Field.NONE.equals(value)) {
            return text("board.none." + field.word(), locale);
        }
        return switch (field) {
            case STATE -> text("board.state." + value, locale);
            case KIND -> text("board.kind." + value, locale);
            case DISTRICT ->
                filter.reader().districts().stream()
                        .filter(district -> district.id().equals(value))
                        .map(District::name)
                        .findFirst()
                        .orElse(value);
            case AGENCY ->
                filter.districts().stream()
                        .map(district -> agencyIn(district.id(), value))
                        .filter(name -> !name.equals(value))
                        .findFirst()
                        .orElse(value);
            case STAGE -> stage(value, locale);
            case STEP -> steps.of(value);
            case RISK -> text("risk." + value, locale);
            case ANSWER -> text("board.answer." + value, locale);
            case SERVICE ->
                register.services().stream()
                        .filter(service -> service.key().value().equals(value))
                        .map(CatalogueService::name)
                        .findFirst()
                        .orElse(value);
            case PERSON -> value;
            case LAW, MOVED, OWN_TIME -> text("board." + field.word() + "." + value, locale);
            case WITHIN -> text("board.dalam", locale, value);
            case FROM, UNTIL ->
                LocalDate.parse(value).format(DateTimeFormatter.ofPattern(text("board.day", locale), locale));
        };
    }

    /** @param agencyId null = no agreement covers the service */
    String agency(String districtId, String agencyId, Locale locale) {
        return agencyId == null ? text("board.none.lembaga", locale) : agencyIn(districtId, agencyId);
    }

    private String agencyIn(String districtId, String agencyId) {
        return districts.agencies(districtId).stream()
                .filter(agency -> agency.id().equals(agencyId))
                .map(Districts.Agency::name)
                .findFirst()
                .orElse(agencyId);
    }

    /** The five stages have names; other stages an SOP may have go by what it calls them. */
    String stage(String stageId, Locale locale) {
        return messages.getMessage("stage." + stageId.toLowerCase(Locale.ROOT), null, steps.stage(stageId), locale);
    }

    String group(String groupId) {
        return Roles.title(groupId);
    }

    String when(Instant at, ZoneId zone, Locale locale) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern(text("board.when", locale), locale));
    }

    /** @param office whether these are office hours; otherwise it comes to days of 24 hours */
    String duration(Duration time, boolean office, Locale locale) {
        Span span = office
                ? new Span(true, 0, time.toHours(), time.toMinutesPart())
                : new Span(false, time.toDays(), time.toHoursPart(), time.toMinutesPart());
        return span.isNothing()
                ? text(time.isZero() ? "comply.no.time" : "comply.seconds", locale)
                : span(span, locale);
    }

    /** An amount of a clock's own time; empty if it is nothing. */
    String span(Span span, Locale locale) {
        String kind = span.working() ? "board.work." : "board.span.";
        if (span.isNothing()) {
            return "";
        }
        if (span.days() > 0) {
            return text(kind + "days", locale, span.days(), span.hours());
        }
        return span.hours() > 0
                ? text(kind + "hours", locale, span.hours(), span.minutes())
                : text(kind + "minutes", locale, span.minutes());
    }
}
