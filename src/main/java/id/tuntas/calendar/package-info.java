/**
 * Working time: when the offices of a district are open, and what a budget counted in office hours or working days comes
 * to on the clock. {@link id.tuntas.calendar.WorkCalendar} is the pure arithmetic; {@link id.tuntas.calendar.Calendars}
 * finds the calendar of a district or of one of its agencies.
 *
 * <p>Owns the tables work_calendar and what hangs on it, the holidays shipped with the product, their import and the page
 * on which administrators keep them. Knows no step, no case and no person; who counts what is the business of the callers.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package id.tuntas.calendar;
