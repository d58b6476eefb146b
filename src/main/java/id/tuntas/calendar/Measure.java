package id.tuntas.calendar;

/** What a budget is counted in. */
public enum Measure {

    /** Milliseconds on the clock on the wall, day and night. */
    CALENDAR_TIME,

    /** Milliseconds inside office hours. */
    WORKING_HOURS,

    /** Billionths of a working day; each working day is {@link #WORKING_DAY} whatever its length, a half day too. */
    WORKING_DAYS;

    /** One working day in {@link #WORKING_DAYS}. */
    public static final long WORKING_DAY = 1_000_000_000L;
}
