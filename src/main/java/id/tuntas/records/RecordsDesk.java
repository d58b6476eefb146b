package id.tuntas.records;

import id.tuntas.casefile.CaseRecord;
import id.tuntas.casefile.CaseRegister;
import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.vault.Certificates;
import id.tuntas.vault.Erasure;
import id.tuntas.vault.ErasureRequests;
import id.tuntas.vault.LegalHolds;
import id.tuntas.vault.Retention;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the record of a case for its keeper, and does with it what he decides. */
@Component
public class RecordsDesk {

    private final CaseRegister cases;
    private final Retention retention;
    private final Erasure erasure;
    private final LegalHolds holds;
    private final ErasureRequests requests;
    private final Certificates certificates;
    private final Clock clock;

    RecordsDesk(
            CaseRegister cases,
            Retention retention,
            Erasure erasure,
            LegalHolds holds,
            ErasureRequests requests,
            Certificates certificates,
            Clock clock) {
        this.cases = cases;
        this.retention = retention;
        this.erasure = erasure;
        this.holds = holds;
        this.requests = requests;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** @param typed as people type a number; empty for what is none, and for a case of another district alike */
    public Optional<Standing> open(String typed, Keeper keeper) {
        return Optional.ofNullable(typed)
                .filter(CaseNumber::isValid)
                .map(CaseNumber::parse)
                .flatMap(cases::find)
                .filter(file -> keeper.districts().stream().map(District::id).anyMatch(file.districtId()::equals))
                .map(this::standing);
    }

    /**
     * Does it, whole or not at all.
     *
     * @param reason of no meaning for an erasure
     * @throws id.tuntas.vault.ErasureRefused if it may not be done
     */
    public void perform(Act act, CaseNumber number, String reason, Keeper keeper) {
        switch (act) {
            case HOLD -> holds.place(number, reason, keeper.userId());
            case LIFT -> holds.lift(number, reason, keeper.userId());
            case ASK -> requests.ask(number, reason, keeper.userId());
            case DECLINE -> requests.decline(number, reason, keeper.userId());
            case ERASE -> requests.confirm(number, keeper.userId());
        }
    }

    private Standing standing(CaseRecord file) {
        boolean closed = file.closedAt() != null;
        LocalDate dueOn = closed ? retention.dueOn(file.closedAt(), file.closingReason()) : null;
        return new Standing(
                file,
                closed ? retention.period(file.closingReason()) : null,
                dueOn,
                closed && !dueOn.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                erasure.keysOf(file.number()),
                holds.standing(file.number()),
                requests.waiting(file.number()).orElse(null),
                certificates.of(file.number()));
    }
}
