package id.tuntas.vault;

/** Something was done to keys. Published in the transaction that does it, but for rotations, which take many. */
public sealed interface VaultEvent {

    /**
     * @param askedBy who had asked for it; null where an operator did it alone
     * @param actor who decided; of a command, as he was named on the command line
     */
    record CaseErased(String caseNumber, String askedBy, String actor, String reason) implements VaultEvent {}

    record ErasureAsked(String caseNumber, String actor, String reason) implements VaultEvent {}

    /** Or taken back by who had asked. */
    record ErasureDeclined(String caseNumber, String actor, String reason) implements VaultEvent {}

    record HoldPlaced(String caseNumber, String actor, String reason) implements VaultEvent {}

    record HoldLifted(String caseNumber, String actor, String reason) implements VaultEvent {}

    /** @param count of data keys that are under the current master key now and were not before */
    record KeysRewrapped(int count, String masterKeyId) implements VaultEvent {}
}
