package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Figures;
import id.tuntas.board.Figures.Pile;
import id.tuntas.board.StepNames;
import id.tuntas.export.Book;
import id.tuntas.export.Table;
import id.tuntas.shared.District;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The board as a file: its figures, and who has how many late steps. The steps themselves are in the lists behind. */
@Component
class BoardSheets {

    /** Tables of the book. */
    static final int COUNT = 2;

    private final Figures figures;
    private final StepNames steps;
    private final BoardWords words;
    private final DownloadNotes notes;

    BoardSheets(Figures figures, StepNames steps, BoardWords words, DownloadNotes notes) {
        this.figures = figures;
        this.steps = steps;
        this.words = words;
        this.notes = notes;
    }

    Book of(BoardView board, BoardFilter filter, Instant now, Locale locale) {
        List<Table> tables = List.of(tiles(board, locale), late(filter, now, locale));
        List<String> how = new ArrayList<>();
        Stream.of(BoardState.LATE, BoardState.TODAY, BoardState.STUCK, BoardState.WAITING)
                .map(state -> words.state(state, locale) + ": " + words.text("board.state.how." + state.word(), locale))
                .forEach(how::add);
        how.add(words.text("unduh.lists.behind", locale));
        return notes.book(words.text("board.title", locale), filter, how, tables, now, locale);
    }

    private Table tiles(BoardView board, Locale locale) {
        return Table.of(
                words.text("unduh.t.angka", locale),
                1,
                new Columns(words, locale)
                        .text("unduh.k.keadaan")
                        .number("unduh.k.banyak", "unduh.k.darurat")
                        .all(),
                Stream.concat(board.tiles().stream(), Stream.of(board.stages()))
                        .map(tile -> Arrays.<Object>asList(
                                tile.text(),
                                tile.count(),
                                tile.word().equals(BoardState.LATE.word()) ? tile.emergencies() : null))
                        .toList());
    }

    private Table late(BoardFilter filter, Instant now, Locale locale) {
        return Table.of(
                words.text("unduh.t.terlambat", locale),
                4,
                new Columns(words, locale)
                        .text("unduh.k.daerah", "unduh.k.lembaga", "unduh.k.langkah", "unduh.k.pemegang")
                        .number("unduh.k.banyak", "unduh.k.darurat")
                        .moment("unduh.k.terlama", notes.zone(filter, locale))
                        .all(),
                figures.piles(filter.in(BoardState.LATE), now).stream()
                        .map(pile -> row(pile, filter, locale))
                        .toList());
    }

    private List<Object> row(Pile pile, BoardFilter filter, Locale locale) {
        District district = filter.districts().stream()
                .filter(one -> one.id().equals(pile.districtId()))
                .findFirst()
                .orElseThrow();
        return List.of(
                district.name(),
                words.agency(pile.districtId(), pile.agencyId(), locale),
                steps.of(pile.stepId()),
                pile.assignee() == null ? words.text("board.nobody.took", locale) : pile.assignee(),
                pile.count(),
                pile.emergencies(),
                LocalDateTime.ofInstant(pile.oldestDue(), district.zone()).truncatedTo(ChronoUnit.SECONDS));
    }
}
