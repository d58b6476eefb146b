package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.engine.DeployedSop;
import id.tuntas.export.Book;
import id.tuntas.export.Book.Note;
import id.tuntas.export.Table;
import id.tuntas.shared.District;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a file says about itself: of which districts, under which filter, when, how it was counted, by which SOP. */
@Component
class DownloadNotes {

    private final BoardWords words;
    private final DeployedSop sop;

    DownloadNotes(BoardWords words, DeployedSop sop) {
        this.words = words;
        this.sop = sop;
    }

    /** A page of one table; otherwise as {@link #book}. */
    Book one(String what, BoardFilter filter, List<String> how, Table table, Instant now, Locale locale) {
        List<Table> tables = List.of(table);
        return new Book(
                words.text("unduh.about", locale), notes(what, filter, how, tables, now, locale), tables, List.of());
    }

    /**
     * A page of several tables, with notes.
     *
     * @param what title of the page
     * @param how sentences on how it was counted
     */
    Book book(String what, BoardFilter filter, List<String> how, List<Table> tables, Instant now, Locale locale) {
        return new Book(
                words.text("unduh.about", locale),
                notes(what, filter, how, tables, now, locale),
                tables,
                List.of(
                        words.text("unduh.k.tabel", locale),
                        words.text("unduh.k.baris", locale),
                        words.text("unduh.k.kolom", locale),
                        words.text("unduh.k.nilai", locale)));
    }

    private List<Note> notes(
            String what, BoardFilter filter, List<String> how, List<Table> tables, Instant now, Locale locale) {
        List<Note> notes = new ArrayList<>();
        notes.add(note("isi", what, locale));
        notes.add(note(
                "daerah", filter.districts().stream().map(District::name).collect(Collectors.joining(", ")), locale));
        notes.add(note("saringan", inWords(filter, locale), locale));
        notes.add(note(
                "jumlah",
                tables.stream()
                        .map(table -> words.text("unduh.of.table", locale, table.name(), table.count()))
                        .collect(Collectors.joining("; ")),
                locale));
        notes.add(note(
                "dibuat",
                words.text(
                        "unduh.made",
                        locale,
                        words.when(now, firstZone(filter), locale),
                        firstZone(filter).getId(),
                        filter.reader().userId()),
                locale));
        how.forEach(sentence -> notes.add(note("cara", sentence, locale)));
        notes.add(note("sop", sop(locale), locale));
        notes.add(note("rahasia", words.text("unduh.secret", locale), locale));
        return notes;
    }

    private Note note(String key, String text, Locale locale) {
        return new Note(words.text("unduh.note." + key, locale), text);
    }

    private String inWords(BoardFilter filter, Locale locale) {
        return filter.values().isEmpty()
                ? words.text("unduh.unfiltered", locale)
                : filter.values().entrySet().stream()
                        .map(set -> words.field(set.getKey(), locale) + ": "
                                + words.value(set.getKey(), set.getValue(), filter, locale))
                        .collect(Collectors.joining("; "));
    }

    private String sop(Locale locale) {
        return new TreeMap<>(sop.versions())
                .entrySet().stream()
                        .map(one -> words.text("unduh.version", locale, one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** District and days of a question about a period. */
    String period(PeriodPages.Question question, Locale locale) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(words.text("board.day", locale), locale);
        return words.text(
                "masa.of",
                locale,
                question.district().name(),
                question.period().from().format(day),
                question.period().until().format(day));
    }

    /** The zone moments stand in, or words for several. */
    String zone(BoardFilter filter, Locale locale) {
        return filter.districts().stream().map(District::zone).distinct().count() > 1
                ? words.text("unduh.zones", locale)
                : firstZone(filter).getId();
    }

    private static ZoneId firstZone(BoardFilter filter) {
        return filter.districts().stream().map(District::zone).findFirst().orElse(ZoneOffset.UTC);
    }
}
