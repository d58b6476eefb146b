package id.tuntas.records;

import id.tuntas.vault.ErasureRequests;
import id.tuntas.vault.Retention;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What waits for a keeper of records, so that other pages can tell him. */
@Component
public class Duty {

    private final Keepers keepers;
    private final ErasureRequests requests;
    private final Retention retention;

    Duty(Keepers keepers, ErasureRequests requests, Retention retention) {
        this.keepers = keepers;
        this.requests = requests;
        this.retention = retention;
    }

    /** Counts nothing before somebody reads it: most pages do not. */
    public Waiting of(String userId, Collection<String> groups) {
        return new Waiting(userId, groups);
    }

    /** One person's. */
    public final class Waiting {

        private final String userId;
        private final Collection<String> groups;

        private Waiting(String userId, Collection<String> groups) {
            this.userId = userId;
            this.groups = groups;
        }

        /** Requests he may confirm. */
        public long requests() {
            Keeper keeper = keepers.of(userId, groups);
            return keeper.erases() ? requests.waitingFor(userId, keeper.districts()) : 0;
        }

        /** Cases whose time has run out and that nobody holds. */
        public long due() {
            Keeper keeper = keepers.of(userId, groups);
            return keeper.keeps()
                    ? retention.due(keeper.districts()).stream()
                            .filter(proposal -> !proposal.held())
                            .count()
                    : 0;
        }
    }
}
