package id.tuntas.calendar;

import java.util.List;

/** A file, or what was typed, cannot be taken over, and nothing of it was. The faults are Indonesian sentences for people. */
public class InvalidCalendarFile extends RuntimeException {

    private final List<String> faults;

    InvalidCalendarFile(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** At least one; each with the line and how to mend it. */
    public List<String> faults() {
        return faults;
    }
}
