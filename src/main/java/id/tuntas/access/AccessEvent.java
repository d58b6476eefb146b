package id.tuntas.access;

/**
 * Something happened to an account or at the door. Published as an application event in the thread and transaction of
 * whoever did it. Carries ids only, never a password, code or secret.
 */
public sealed interface AccessEvent {

    /** Whose account it is; null where somebody tried a user id that does not exist. */
    String userId();

    /** Fully signed in, the second factor included. {@code how} is {@code password}, {@code code}, {@code recovery}, {@code oidc} or {@code passkey}. */
    record SignedIn(String userId, String address, String how) implements AccessEvent {}

    /** {@code why} is {@code password}, {@code code}, {@code passkey}, {@code throttled} or {@code second-factor-missing}. */
    record SignInRefused(String userId, String address, String why) implements AccessEvent {}

    record PasswordChanged(String userId, String by) implements AccessEvent {}

    record PasswordLinkIssued(String userId, String by) implements AccessEvent {}

    record SecondFactorTurnedOn(String userId) implements AccessEvent {}

    record SecondFactorTurnedOff(String userId) implements AccessEvent {}

    record RecoveryCodesRenewed(String userId) implements AccessEvent {}

    /** An administrator took somebody's second factor away. */
    record SecondFactorReset(String userId, String by) implements AccessEvent {}

    record PasskeyAdded(String userId) implements AccessEvent {}

    /** One by its owner, or all by an administrator. */
    record PasskeyRemoved(String userId, String by) implements AccessEvent {}

    record SessionsEnded(String userId, String by) implements AccessEvent {}

    record PersonAdded(String userId, String by) implements AccessEvent {}

    /** Groups or districts are others than before. */
    record RolesChanged(String userId, String by) implements AccessEvent {}

    record PersonDisabled(String userId, String by) implements AccessEvent {}

    record PersonEnabled(String userId, String by) implements AccessEvent {}

    /** He or an administrator gave, changed or took away his mail address; which one is on no record. */
    record MailAddressChanged(String userId, String by) implements AccessEvent {}

    /** He or an administrator said when he is away, or that he is there again; when that is, is on no record. */
    record AbsenceChanged(String userId, String by) implements AccessEvent {}

    /** From now on an account of the identity provider signs in as this person. */
    record OidcLinked(String userId, String issuer) implements AccessEvent {}
}
