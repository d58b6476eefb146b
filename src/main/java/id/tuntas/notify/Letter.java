package id.tuntas.notify;

import java.time.LocalDate;

/**
 * A summary or reminder for one person. Nothing in it is about a case, so it may lie in the database as it is.
 *
 * @param date the day of the district it is for
 */
record Letter(String userId, LetterKind kind, String districtId, LocalDate date, String subject, String body) {}
