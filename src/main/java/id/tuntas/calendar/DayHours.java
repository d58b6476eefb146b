package id.tuntas.calendar;

import java.util.List;

/** The working time of one day, made ready for counting: all numbers are milliseconds since the day's first instant. */
final class DayHours {

    static final long DAY_MS = 24L * 60 * 60 * 1000;

    private static final int MINUTE_MS = 60_000;

    private final int[] from;
    private final int[] until;
    private final long total;

    /** @throws IllegalArgumentException if two stretches overlap; {@code day} names the day in the message */
    DayHours(Object day, List<Hours> hours) {
        List<Hours> sorted = hours.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new IllegalArgumentException(
                        "The working hours of " + day + " overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        from = sorted.stream().mapToInt(h -> h.fromMinute() * MINUTE_MS).toArray();
        until = sorted.stream().mapToInt(h -> h.untilMinute() * MINUTE_MS).toArray();
        long sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += until[i] - from[i];
        }
        total = sum;
    }

    boolean isClosed() {
        return total == 0;
    }

    /** What the whole day counts; 0 if closed. */
    long whole(Measure measure) {
        return measure == Measure.WORKING_HOURS || isClosed() ? total : Measure.WORKING_DAY;
    }

    /** What has been counted when the day is {@code time} ms old. */
    long counted(long time, Measure measure) {
        long worked = 0;
        for (int i = 0; i < from.length && from[i] < time; i++) {
            worked += Math.min(time, until[i]) - from[i];
        }
        return measure == Measure.WORKING_HOURS || isClosed() ? worked : worked * Measure.WORKING_DAY / total;
    }

    /** The first ms of the day at which {@code units} have been counted; 0 < units <= {@link #whole}. */
    long timeOf(long units, Measure measure) {
        // rounded up where counted() rounds down: what was counted at a ms leads back to that ms
        long left = measure == Measure.WORKING_HOURS
                ? units
                : (units * total + Measure.WORKING_DAY - 1) / Measure.WORKING_DAY;
        int i = 0;
        while (left > until[i] - from[i]) {
            left -= until[i] - from[i];
            i++;
        }
        return from[i] + left;
    }
}
