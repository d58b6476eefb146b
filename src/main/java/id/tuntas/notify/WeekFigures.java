package id.tuntas.notify;

/**
 * What the managers of a district are told on Monday; numbers of steps.
 *
 * @param late open and past their time now
 * @param newlyLate ran out of time since last Monday's summary, done meanwhile or not
 * @param statutory broke a limit of the law since then
 * @param dueThisWeek open, in time, and due before the next Monday begins
 * @param waiting open, taken by nobody, and offered to a group of the manager
 */
record WeekFigures(long late, long newlyLate, long statutory, long dueThisWeek, long waiting) {}
