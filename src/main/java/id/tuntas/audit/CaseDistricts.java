package id.tuntas.audit;

import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Whose a row is: a case number begins with the code of its district. */
@Component
class CaseDistricts {

    private final Districts register;
    private final Map<String, String> idByCode = new ConcurrentHashMap<>();

    CaseDistricts(Districts register) {
        this.register = register;
    }

    /** The district of the case; without a case the actor's, if he has exactly one; else null. */
    String of(String caseNumber, List<String> ofActor) {
        String own = ofActor.size() == 1 ? ofActor.get(0) : null;
        if (caseNumber == null || caseNumber.indexOf('-') < 0) {
            return own;
        }
        String code = caseNumber.substring(0, caseNumber.indexOf('-'));
        String known = idByCode.get(code);
        if (known != null) {
            return known;
        }
        for (District district : register.districts()) {
            idByCode.put(district.code(), district.id());
        }
        return idByCode.getOrDefault(code, own);
    }
}
