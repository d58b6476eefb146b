package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the vault has to know of a case before it destroys its keys; implemented by the case file. */
public interface ClosedCases {

    /** Empty if there is no case with that number. */
    Optional<CaseState> find(CaseNumber number);

    /** Every case that is closed, oldest closure first. */
    List<CaseState> closed();

    /**
     * @param closedAt null while the case is open
     * @param closingReason option of {@code alasanPenutupan}; null if none was given
     */
    record CaseState(CaseNumber number, Instant closedAt, String closingReason) {}
}
