package id.tuntas.records.web;

import id.tuntas.casefile.CaseRecord;
import id.tuntas.records.Keeper;
import id.tuntas.records.Standing;
import id.tuntas.records.web.RecordsView.CaseView;
import id.tuntas.records.web.RecordsView.Due;
import id.tuntas.records.web.RecordsView.Erased;
import id.tuntas.records.web.RecordsView.ListView;
import id.tuntas.vault.Certificates;
import id.tuntas.vault.Erasure.Certificate;
import id.tuntas.vault.ErasureRequests;
import id.tuntas.vault.LegalHolds;
import id.tuntas.vault.OldBackups;
import id.tuntas.vault.Retention;
import id.tuntas.vault.Retention.Proposal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes what the pages of the keeper of records show. */
@Component
class RecordsViews {

    private static final int SHOWN = 100;

    private final Retention retention;
    private final ErasureRequests requests;
    private final LegalHolds holds;
    private final Certificates certificates;
    private final OldBackups backups;

    RecordsViews(
            Retention retention,
            ErasureRequests requests,
            LegalHolds holds,
            Certificates certificates,
            OldBackups backups) {
        this.retention = retention;
        this.requests = requests;
        this.holds = holds;
        this.certificates = certificates;
        this.backups = backups;
    }

    ListView list(Keeper keeper) {
        List<Proposal> due = retention.due(keeper.districts());
        return new ListView(
                requests.waiting(keeper.districts()),
                due.stream().limit(SHOWN).map(this::due).toList(),
                due.size(),
                holds.standing(keeper.districts()),
                certificates.newest(keeper.districts(), SHOWN).stream()
                        .map(this::erased)
                        .toList());
    }

    CaseView of(Standing standing, Keeper keeper) {
        CaseRecord file = standing.file();
        return new CaseView(
                file.number().value(),
                file.openedAt(),
                file.closedAt(),
                file.closingReason(),
                standing.period(),
                standing.dueOn(),
                standing.due(),
                standing.keys(),
                standing.holds(),
                standing.request(),
                standing.certificates().stream().map(this::erased).toList(),
                standing.acts(keeper),
                standing.state());
    }

    private Due due(Proposal proposal) {
        return new Due(
                proposal.number().value(),
                proposal.closedAt(),
                proposal.closingReason(),
                retention.period(proposal.closingReason()),
                proposal.dueOn(),
                proposal.held());
    }

    private Erased erased(Certificate certificate) {
        return new Erased(
                certificate.number().value(),
                certificate.erasedAt(),
                certificate.reason(),
                certificate.askedBy(),
                certificate.actor(),
                certificate.destroyedKeys(),
                certificate.masterKeyIds().replace(",", ", "),
                backups.openedBy(certificate));
    }
}
