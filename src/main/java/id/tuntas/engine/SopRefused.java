package id.tuntas.engine;

import id.tuntas.sop.Finding;
import java.util.List;

/** The SOP the application should start with breaks its rules; the message lists file, element and reason. */
final class SopRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SopRefused(List<Finding> findings) {
        super("SOP ditolak, aplikasi tidak dimulai. | SOP refused, the application does not start.\n"
                + Finding.list(findings));
    }
}
