package id.tuntas.calendar;

/**
 * The working time of a district has changed: office hours, a holiday, a settled year. Published synchronously inside the
 * transaction of the change, where {@link Calendars} already answers with the new calendar.
 *
 * @param districtId null if it has changed for all districts
 */
public record CalendarChanged(String districtId) {}
