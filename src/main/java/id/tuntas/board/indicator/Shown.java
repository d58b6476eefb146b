package id.tuntas.board.indicator;

/**
 * One figure as it leaves: nothing else about it does.
 *
 * @param mark what is shown
 * @param count 0 unless the figure is shown
 */
public record Shown(Mark mark, int count) {

    /** How a figure is shown. */
    public enum Mark {
        /** as it is: 0, or 5 and more */
        FIGURE,
        /** between 1 and 4 */
        FEW,
        /** hidden, because it would tell a figure that is {@link #FEW} */
        CLOSED
    }

    /** A number of cases that stands by itself: hidden if it is from 1 to 4, else as it is. */
    public static Shown total(int count) {
        return Suppression.isFew(count) ? few() : figure(count);
    }

    static Shown figure(int count) {
        return new Shown(Mark.FIGURE, count);
    }

    static Shown few() {
        return new Shown(Mark.FEW, 0);
    }

    static Shown closed() {
        return new Shown(Mark.CLOSED, 0);
    }

    public boolean isFigure() {
        return mark == Mark.FIGURE;
    }
}
