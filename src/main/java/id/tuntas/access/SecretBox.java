package id.tuntas.access;

/** Keeps small secrets of this application unreadable in the database and in cookies. */
public interface SecretBox {

    /**
     * @param context what the secret belongs to; the same words are needed to open it, so that a sealed value copied to
     *     another place is worth nothing
     * @return letters, digits, {@code -} and {@code _} only; another text each time
     */
    String seal(String context, String clear);

    /** @throws IllegalArgumentException if it was not sealed here, with this key and for this context */
    String open(String context, String sealed);
}
