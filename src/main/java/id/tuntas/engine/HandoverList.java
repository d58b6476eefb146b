package id.tuntas.engine;

import id.tuntas.shared.ReasonedList;
import java.util.Map;

/** The names of variables that go with a case to another district, each with the reason; everything else stays. */
final class HandoverList {

    private HandoverList() {}

    /** Reasons by name, in the order of the file. */
    static Map<String, String> reasons() {
        return ReasonedList.read("/handover/handover-list.yaml");
    }
}
