package id.tuntas.engine;

import id.tuntas.audit.EmergencyAccess;
import id.tuntas.audit.EmergencyAccess.Grant;
import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.CaseKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens a case of the officer's own district to him for some hours, at once, in the process {@code akses-darurat}; its
 * next step has somebody else review it. Refused, nothing is stored and the officer reads why.
 */
@Component("bukaAksesDarurat")
class BukaAksesDarurat implements JavaDelegate {

    /** Variable with the user id of who took the access. */
    static final String WHO = "pemohonAksesDarurat";

    private static final String REVIEWERS = "kepala-uptd";

    private final EmergencyAccess access;
    private final JdbcClient db;
    private final Clock clock;
    private final CaseKeys keys;
    private final String caseProcess;

    BukaAksesDarurat(
            EmergencyAccess access,
            JdbcClient db,
            Clock clock,
            CaseKeys keys,
            @Value("${tuntas.case-process:penanganan-korban}") String caseProcess) {
        this.access = access;
        this.db = db;
        this.clock = clock;
        this.keys = keys;
        this.caseProcess = caseProcess;
    }

    @Override
    public void execute(DelegateExecution request) {
        Authentication user = Supervision.signedIn();
        if (user == null) {
            throw StepRefusal.notYours("Akses darurat dibuka oleh petugas, atas namanya sendiri.");
        }
        String number = caseOf(request);
        Instant now = clock.instant();
        access.openUntil(user.getUserId(), number, now).ifPresent(until -> {
            throw StepRefusal.wrongDoor("Akses darurat Anda untuk kasus " + number + " masih berlaku.");
        });
        access.grant(new Grant(
                request.getProcessInstanceId(),
                user.getUserId(),
                number,
                request.getTenantId(),
                text(request, "alasanAksesDarurat"),
                now,
                now.plus(lengthOf(request))));
        // what was written about the case is erased with it
        keys.belongsTo(request.getProcessInstanceId(), CaseNumber.parse(number));
        request.setVariable(WHO, user.getUserId());
        request.setVariable("kelompokTangga", reviewers(request, user.getUserId()));
        request.setProcessBusinessKey(number);
    }

    /** Also a case that is closed: its victim may be in danger again. */
    private String caseOf(DelegateExecution request) {
        String typed = text(request, "nomorKasus");
        String number = CaseNumber.isValid(typed) ? CaseNumber.parse(typed).value() : "";
        boolean known = request.getTenantId() != null
                && db.sql("select count(*) from act_hi_procinst"
                                        + " where business_key_ = ? and proc_def_key_ = ? and tenant_id_ = ?")
                                .params(number, caseProcess, request.getTenantId())
                                .query(Long.class)
                                .single()
                        > 0;
        if (!known) {
            throw StepRefusal.wrongDoor("Nomor kasus itu tidak dikenal di daerah Anda. Periksa nomornya.");
        }
        return number;
    }

    private static Duration lengthOf(DelegateExecution request) {
        try {
            Duration length = Duration.parse(text(request, "lamaAksesDarurat"));
            if (length.compareTo(Duration.ZERO) > 0 && length.compareTo(EmergencyAccess.LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeParseException notALength) {
            // refused with the same sentence
        }
        throw StepRefusal.wrongDoor("Akses darurat berlaku paling lama 4 jam. Pilih dari daftar.");
    }

    /** The head of the unit; if he is the only one there and took the access himself, the head of the office. */
    private static String reviewers(DelegateExecution request, String userId) {
        IdentityService people = request.getProcessEngineServices().getIdentityService();
        return Stream.of(REVIEWERS, "kepala-dinas")
                .filter(group -> anyoneElse(people, group, request.getTenantId(), userId))
                .findFirst()
                .orElse(REVIEWERS);
    }

    private static boolean anyoneElse(IdentityService people, String group, String district, String userId) {
        // who there is does not depend on who asks
        return AsNobody.call(
                people, () -> people.createUserQuery().memberOfGroup(group).memberOfTenant(district).list().stream()
                        .anyMatch(person -> !person.getId().equals(userId)));
    }

    private static String text(DelegateExecution request, String variable) {
        return Objects.toString(request.getVariable(variable), "").strip();
    }
}
