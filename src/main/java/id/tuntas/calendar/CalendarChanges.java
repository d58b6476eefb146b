package id.tuntas.calendar;

import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The way of every change: one transaction, one after the other, and told to others if something is different. */
@Component
class CalendarChanges {

    private final CalendarTables tables;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    CalendarChanges(CalendarTables tables, TransactionOperations transaction, ApplicationEventPublisher events) {
        this.tables = tables;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * @param districtId whose calendar changes; null for all
     * @param work says whether anything is different after it
     * @return the same
     */
    boolean make(String districtId, BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            tables.lock();
            boolean different = work.getAsBoolean();
            if (different) {
                tables.changed();
                events.publishEvent(new CalendarChanged(districtId));
            }
            return different;
        }));
    }
}
