package id.tuntas.vault;

/** Nothing was erased, held or lifted; the message says why, in Indonesian. */
public final class ErasureRefused extends RuntimeException {

    ErasureRefused(String message) {
        super(message);
    }
}
