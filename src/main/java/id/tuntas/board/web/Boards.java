package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.ClockLine;
import id.tuntas.board.ClockList;
import id.tuntas.board.ClockList.Beginning;
import id.tuntas.board.Field;
import id.tuntas.board.Figures;
import id.tuntas.board.Figures.Pile;
import id.tuntas.board.Sort;
import id.tuntas.board.web.BoardView.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Answers the four questions of the board; each figure with the address of its list. */
@Component
class Boards {

    /** Lines of late steps on the board; the groups are counted whole, the rest is in the list. */
    private static final int LATE_LINES = 100;

    private static final int FEW_LINES = 10;

    private final Figures figures;
    private final ClockList list;
    private final LineViews views;
    private final LateGroups groups;
    private final BoardWords words;

    Boards(Figures figures, ClockList list, LineViews views, LateGroups groups, BoardWords words) {
        this.figures = figures;
        this.list = list;
        this.views = views;
        this.groups = groups;
        this.words = words;
    }

    BoardView of(BoardFilter filter, Instant now, Locale locale) {
        BoardFilter late = filter.in(BoardState.LATE);
        List<Pile> piles = figures.piles(late, now);
        List<ClockLine> worst = list.first(late, Sort.WORST, LATE_LINES, now);
        Beginning today = list.begin(filter.in(BoardState.TODAY), Sort.WORST, FEW_LINES, now);
        Beginning waiting = list.begin(filter.in(BoardState.WAITING), Sort.WORST, FEW_LINES, now);
        return new BoardView(
                now,
                List.of(
                        tile(BoardState.LATE, sum(piles, Pile::count), sum(piles, Pile::emergencies), filter, locale),
                        tile(BoardState.TODAY, today.count(), 0, filter, locale),
                        tile(BoardState.STUCK, sum(piles, Pile::stuck), 0, filter, locale),
                        tile(BoardState.WAITING, waiting.count(), 0, filter, locale)),
                stages(filter, now, locale),
                groups.of(late, piles, worst, now, locale),
                groups.stuck(late, piles, locale),
                views.of(today.lines(), now, locale),
                views.of(waiting.lines(), now, locale));
    }

    private Figure tile(BoardState state, long count, long emergencies, BoardFilter filter, Locale locale) {
        return new Figure(
                state.word(),
                count,
                emergencies,
                words.text("board.tile." + state.word(), locale),
                words.text("board.tile.how." + state.word(), locale),
                filter.in(state).to(ListPage.PATH));
    }

    private Figure stages(BoardFilter filter, Instant now, Locale locale) {
        BoardFilter stages = filter.with(Field.KIND, "tahap").in(BoardState.LATE);
        return new Figure(
                "tahap",
                figures.count(stages, now),
                0,
                words.text("board.stages", locale),
                "",
                stages.to(ListPage.PATH));
    }

    private static long sum(List<Pile> piles, ToLongFunction<Pile> part) {
        return piles.stream().mapToLong(part).sum();
    }
}
