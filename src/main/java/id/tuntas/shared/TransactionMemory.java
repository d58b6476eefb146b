package id.tuntas.shared;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps one answer for as long as the running transaction lasts. Outside of a transaction it keeps nothing.
 *
 * @param <T> what is kept; never null
 */
public final class TransactionMemory<T> {

    /** What was kept, or what is asked for now. */
    @SuppressWarnings("unchecked") // bound by nobody else
    public T get(Supplier<T> question) {
        T known = (T) TransactionSynchronizationManager.getResource(this);
        return known == null ? keep(question.get()) : known;
    }

    /** The next one asks again. */
    public void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    private T keep(T answer) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, answer);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    forget();
                }

                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
        return answer;
    }
}
