package id.tuntas.vault;

/** The data key was destroyed: what it sealed cannot be read by anybody any more. */
public final class CaseErasedException extends VaultException {

    CaseErasedException() {
        super("Data kasus ini sudah dihapus dan tidak dapat dibaca lagi.");
    }
}
