package id.tuntas.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionMemoryTest {

    private final TransactionMemory<Integer> memory = new TransactionMemory<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final TransactionTemplate transaction = new TransactionTemplate(new Transactions());

    @Test
    void asksOnceInATransactionAndAnewInTheNext() {
        transaction.executeWithoutResult(status -> {
            assertThat(answer()).isEqualTo(1);
            assertThat(answer()).isEqualTo(1);
        });
        transaction.executeWithoutResult(
                status -> assertThat(answer()).as("in the next").isEqualTo(2));
    }

    @Test
    void asksAnewAfterATransactionThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            answer();
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(answer()).isEqualTo(2));
    }

    @Test
    void keepsNothingOutsideOfATransaction() {
        assertThat(answer()).isEqualTo(1);
        assertThat(answer()).isEqualTo(2);
    }

    @Test
    void asksAnewOnceToldToForget() {
        transaction.executeWithoutResult(status -> {
            answer();
            memory.forget();
            assertThat(answer()).isEqualTo(2);
            assertThat(answer()).isEqualTo(2);
        });
    }

    @Test
    void aTransactionWithinAnotherKnowsNothingOfItAndLeavesNothingBehind() {
        TransactionTemplate apart = new TransactionTemplate(transaction.getTransactionManager());
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            assertThat(answer()).isEqualTo(1);
            apart.executeWithoutResult(
                    inner -> assertThat(answer()).as("within").isEqualTo(2));
            assertThat(answer()).as("after it").isEqualTo(3);
            assertThat(answer()).isEqualTo(3);
        });
    }

    private int answer() {
        return memory.get(asked::incrementAndGet);
    }

    /** Transactions of nothing. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        private int depth;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return depth > 0;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            depth++;
        }

        @Override
        protected Object doSuspend(Object transaction) {
            return this;
        }

        @Override
        protected void doResume(Object transaction, Object suspended) {
            // nothing was put aside
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            depth--;
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            depth--;
        }
    }
}
