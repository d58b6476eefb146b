package id.tuntas.audit;

import java.time.Instant;

/**
 * The last link of the chain at some time. Whoever keeps it outside can tell later whether the chain still leads there.
 *
 * @param sequence 0 before anything is sealed
 * @param hash 64 hex digits
 * @param sealedAt null before anything is sealed
 */
public record ChainHead(long sequence, String hash, Instant sealedAt) {

    static final ChainHead OF_NOTHING = new ChainHead(0, AuditSeal.GENESIS, null);
}
