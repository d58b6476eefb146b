package id.tuntas.engine;

import id.tuntas.shared.CaseNumber;

/** What has to happen outside the engine when a case begins and ends; implemented by the case file. */
public interface CaseOpening {

    /**
     * Called in the transaction that starts the case, before its first step.
     *
     * @param districtId tenant of the process instance, never null
     * @return the number of the case, which becomes its business key
     * @throws IllegalArgumentException if the district is not registered
     */
    CaseNumber open(String districtId, String processInstanceId);

    /**
     * Called in the transaction that ends the case, by whatever way it ends.
     *
     * @param closingReason option of {@code alasanPenutupan}; null if nobody gave one
     */
    void close(String processInstanceId, String closingReason);

    /** Notes in the caller's transaction that another district goes on with the case, which happens once. */
    void handOver(CaseNumber from, CaseNumber to);

    /** Whether another district has taken the case over. */
    boolean isHandedOver(CaseNumber number);
}
