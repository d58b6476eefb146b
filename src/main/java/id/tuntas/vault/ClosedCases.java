package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the vault has to know of a case before it destroys its keys; implemented by the case file. */
public interface ClosedCases {

    /** Empty if there is no case with that number. */
    Optional<CaseState> find(CaseNumber number);

    /** Cases of these districts that were closed before this moment, oldest closure first. */
    List<CaseState> closedBefore(Instant moment, Collection<District> districts);

    /**
     * @param closedAt null while the case is open
     * @param closingReason option of {@code alasanPenutupan}; null if none was given
     */
    record CaseState(CaseNumber number, Instant closedAt, String closingReason) {}
}
