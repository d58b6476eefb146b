package id.tuntas.access;

import java.time.LocalDate;

/**
 * Days on which somebody is away, as he or an administrator said; days of his own district.
 *
 * @param last included
 */
public record Absence(LocalDate first, LocalDate last) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
