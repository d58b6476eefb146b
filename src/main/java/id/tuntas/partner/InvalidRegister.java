package id.tuntas.partner;

import java.util.List;

/** The register file cannot be used; the message lists every fault with file and entry. Stops the start. */
class InvalidRegister extends RuntimeException {

    InvalidRegister(List<String> faults) {
        this(faults, null);
    }

    InvalidRegister(List<String> faults, Throwable cause) {
        super("The register cannot be used:\n- " + String.join("\n- ", faults), cause);
    }
}
