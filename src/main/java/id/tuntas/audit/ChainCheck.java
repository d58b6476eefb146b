package id.tuntas.audit;

import java.util.Optional;

/**
 * Walks along the chain, link by link, and stops at the first that is not as it was sealed. Whoever writes a whole chain
 * anew from some row on is found only with a head that was exported before.
 */
final class ChainCheck {

    private final ChainHead known;
    private String hash = AuditSeal.GENESIS;
    private long sequence;
    private Break first;

    /** @param known an exported head the chain has to lead to; null if there is none */
    ChainCheck(ChainHead known) {
        this.known = known;
        compareWithHead();
    }

    /**
     * The next link in the order of the chain.
     *
     * @param row what it seals; null if it is gone
     * @return whether the chain is whole so far
     */
    boolean next(AuditSeal seal, AuditRow row) {
        if (first != null) {
            return false;
        }
        long expected = sequence + 1;
        if (seal.sequence() != expected) {
            broken(What.MISSING, expected, null);
        } else if (!seal.previousHash().equals(hash)) {
            broken(What.DOES_NOT_FOLLOW, expected, seal.entryId());
        } else if (row == null) {
            broken(What.MISSING, expected, seal.entryId());
        } else if (!AuditSeal.hash(expected, seal.sealedAt(), hash, row).equals(seal.hash())) {
            broken(What.ALTERED, expected, seal.entryId());
        } else {
            sequence = expected;
            hash = seal.hash();
            compareWithHead();
        }
        return first == null;
    }

    /** @return the first break, also the end that is missing if the chain is shorter than the exported head */
    Optional<Break> end() {
        if (first == null && known != null && known.sequence() > sequence) {
            broken(What.MISSING, sequence + 1, null);
        }
        return Optional.ofNullable(first);
    }

    /** How many links were whole. */
    long whole() {
        return sequence;
    }

    private void compareWithHead() {
        if (known != null && known.sequence() == sequence && !known.hash().equals(hash)) {
            broken(What.NOT_THE_EXPORTED, sequence, null);
        }
    }

    private void broken(What what, long at, Long entryId) {
        first = new Break(what, at, entryId);
    }

    enum What {
        /** the row is not what was sealed */
        ALTERED,
        /** the row or its seal is gone */
        MISSING,
        /** the link does not continue the one before: something was put in, taken out or moved */
        DOES_NOT_FOLLOW,
        /** the chain is whole in itself, but not the one whose head was exported */
        NOT_THE_EXPORTED,
        /** a row without a seal that does not wait for one: put in past the program, or its seal was taken away */
        UNSEALED
    }

    /**
     * @param sequence place in the chain; 0 for a row outside it
     * @param entryId null if no row is known
     */
    record Break(What what, long sequence, Long entryId) {}
}
