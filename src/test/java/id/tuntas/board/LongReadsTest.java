package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class LongReadsTest {

    private final List<TransactionDefinition> begun = new ArrayList<>();
    private final LongReads reads = new LongReads(new Noted(), 2);

    @Test
    void theThirdHasToWaitAndGetsItsTurnLater() {
        List<Boolean> turns = new ArrayList<>();
        turns.add(reads.inTurn(() -> turns.add(reads.inTurn(() -> turns.add(reads.inTurn(() -> turns.add(null)))))));
        assertThat(turns).containsExactly(false, true, true);

        assertThatThrownBy(() -> reads.inTurn(() -> {
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        for (int i = 0; i < 3; i++) {
            assertThat(reads.inTurn(() -> {})).isTrue();
        }
    }

    @Test
    void seeOneMomentAndChangeNothing() {
        reads.inTurn(() -> {});
        assertThat(begun).singleElement().satisfies(transaction -> {
            assertThat(transaction.isReadOnly()).isTrue();
            assertThat(transaction.getIsolationLevel()).isEqualTo(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        });
    }

    /** Begins what is asked for, on no database. */
    private final class Noted extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            begun.add(definition);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // nothing was changed
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // nothing was changed
        }
    }
}
