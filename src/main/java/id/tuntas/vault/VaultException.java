package id.tuntas.vault;

/** A value cannot be sealed or opened. The message is a sentence in Indonesian and names no value. */
public class VaultException extends RuntimeException {

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
