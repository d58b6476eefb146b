package id.tuntas.sla;

import id.tuntas.shared.Risk;
import java.time.Duration;

/** How long a rung of the ladder has at most before the next one is told; a decision of the SOP, read by the engine. */
public interface RungDistance {

    /** @param risk risk of the case; null while it is not known */
    Duration atMost(Risk risk);
}
