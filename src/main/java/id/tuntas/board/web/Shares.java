package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Compliance.Share;
import java.util.ArrayList;
import java.util.List;

/** Shares with the addresses of their lists, and as bars of a picture. */
final class Shares {

    /** Of a bar with its gap, in units of the picture. */
    private static final int WIDTH = 10;

    private static final int HEIGHT = 40;

    private Shares() {}

    /** @param filter under which it was counted; its state does not matter */
    static ComplianceView.Share of(BoardFilter filter, Share share) {
        return new ComplianceView.Share(
                share.rated(),
                share.inTime(),
                share.late(),
                share.percent(),
                share.isFew(),
                filter.in(BoardState.RATED).to(ListPage.PATH),
                filter.in(BoardState.IN_TIME).to(ListPage.PATH),
                filter.in(BoardState.BREACHED).to(ListPage.PATH));
    }

    /** One for each month; null where there are too few clocks for a percentage to mean something. */
    static List<ComplianceView.Bar> bars(List<Share> months) {
        List<ComplianceView.Bar> bars = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            // 0 % is seen, too
            int height = Math.max(1, months.get(i).percent() * HEIGHT / 100);
            bars.add(months.get(i).isFew() ? null : new ComplianceView.Bar(i * WIDTH, HEIGHT - height, height));
        }
        return bars;
    }
}
