package id.tuntas.vault;

import static id.tuntas.testing.Fixtures.MANADO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import id.tuntas.testing.Fixtures;
import id.tuntas.vault.ErasureRefused.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds on every database for erasing a case with four eyes. */
abstract class ErasureRequestsContract {

    private static final String WHY = "Masa simpan habis";
    private static final String KEEPER = "petugas-data";
    private static final String HEAD = "kepala-uptd";

    @Autowired
    Fixtures fixtures;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ErasureRequests requests;

    @Autowired
    Erasure erasure;

    @Autowired
    LegalHolds holds;

    @Autowired
    Retention retention;

    @Autowired
    Certificates certificates;

    @Autowired
    Districts districts;

    @Autowired
    JdbcClient db;

    private ProcessInstance instance;
    private CaseNumber number;

    @BeforeEach
    void aCase() {
        fixtures.deployed("kasus.bpmn");
        fixtures.signedInFrom(MANADO);
        instance =
                fixtures.started("penanganan-korban", Map.of("korbanNama", "Melati", "alasanPenutupan", "bukan-kasus"));
        number = CaseNumber.parse((String) engine.getRuntimeService().getVariable(instance.getId(), "nomorKasus"));
    }

    @Test
    void nothingIsErasedBeforeAnotherPersonConfirms() {
        close();
        requests.ask(number, WHY, KEEPER);
        assertThat(erasure.keysOf(number)).isOne();
        refused(() -> requests.confirm(number, KEEPER), Why.OWN_REQUEST);
        assertThat(erasure.keysOf(number)).isOne();

        Erasure.Certificate certificate = requests.confirm(number, HEAD);

        assertThat(certificate)
                .extracting(Erasure.Certificate::reason, Erasure.Certificate::askedBy, Erasure.Certificate::actor)
                .containsExactly(WHY, KEEPER, HEAD);
        assertThat(certificates.of(number))
                .extracting(Erasure.Certificate::askedBy)
                .containsExactly(KEEPER);
        assertThat(erasure.keysOf(number)).isZero();
        assertThat(requests.waiting(number)).isEmpty();
        assertThat(outcomes()).containsExactly("DIHAPUS by " + HEAD);
        refused(() -> requests.confirm(number, HEAD), Why.ERASED);
        refused(() -> requests.ask(number, WHY, KEEPER), Why.ERASED);
    }

    @Test
    void whatCouldNotBeErasedCannotBeAskedFor() {
        refused(() -> requests.ask(number, WHY, KEEPER), Why.STILL_OPEN);
        refused(() -> requests.ask(CaseNumber.parse("MANADO-1999-0001"), WHY, KEEPER), Why.UNKNOWN_CASE);
        close();
        refused(() -> requests.ask(number, " \n ", KEEPER), Why.REASON_MISSING);
        refused(() -> requests.ask(number, "x".repeat(501), KEEPER), Why.REASON_MISSING);
        refused(() -> requests.confirm(number, HEAD), Why.NOT_ASKED);
        holds.place(number, "Gugatan", HEAD);
        refused(() -> requests.ask(number, WHY, KEEPER), Why.HELD);
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void aHoldMakesARequestVoid() {
        close();
        requests.ask(number, WHY, KEEPER);

        holds.place(number, "Gugatan", HEAD);
        refused(() -> requests.confirm(number, HEAD), Why.HELD);
        holds.lift(number, "Perkara selesai", HEAD);

        refused(() -> requests.confirm(number, HEAD), Why.NOT_ASKED);
        assertThat(outcomes()).containsExactly("GUGUR by " + HEAD);
    }

    @Test
    void aRequestIsDeclinedOrTakenBackAndMayBeMadeAgain() {
        close();
        requests.ask(number, WHY, KEEPER);
        refused(() -> requests.decline(number, "", HEAD), Why.REASON_MISSING);
        requests.decline(number, "Masih diperlukan", HEAD);
        refused(() -> requests.decline(number, "Lagi", HEAD), Why.NOT_ASKED);
        requests.ask(number, WHY, KEEPER);
        requests.decline(number, "Salah kasus", KEEPER);

        assertThat(outcomes()).containsExactly("DITOLAK by " + HEAD, "DITARIK by " + KEEPER);
        assertThat(erasure.keysOf(number)).isOne();
    }

    @Test
    void theOperatorsCommandNeedsNoRequestAndEndsOneThatWaits() {
        close();
        requests.ask(number, WHY, KEEPER);

        assertThat(erasure.erase(number, "Putusan pengadilan", "operator").askedBy())
                .isNull();

        assertThat(outcomes()).containsExactly("DIHAPUS by operator");
        assertThat(certificates.of(number)).hasSize(1);
    }

    @Test
    void twoPeopleWhoAskAtOnceMakeOneRequest() throws Exception {
        close();

        assertThat(atOnce(() -> requests.ask(number, WHY, KEEPER), () -> requests.ask(number, WHY, HEAD)))
                .containsExactly(Why.ALREADY_ASKED);
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void twoPeopleWhoConfirmAtOnceEraseOnce() throws Exception {
        close();
        requests.ask(number, WHY, KEEPER);

        assertThat(atOnce(() -> requests.confirm(number, HEAD), () -> requests.confirm(number, "kepala-dinas")))
                .containsExactly(Why.ERASED);
        assertThat(certificates.of(number)).hasSize(1);
    }

    @Test
    void whoConfirmsAndWhoDeclinesAtOnceDoNotBothHaveTheirWay() throws Exception {
        close();
        requests.ask(number, WHY, KEEPER);

        List<Why> refused =
                atOnce(() -> requests.confirm(number, HEAD), () -> requests.decline(number, "Jangan", "kepala-dinas"));

        assertThat(refused).containsExactly(Why.NOT_ASKED);
        assertThat(outcomes()).hasSize(1);
        assertThat(outcomes().get(0).startsWith("DIHAPUS")).isEqualTo(erasure.keysOf(number) == 0);
    }

    @Test
    void whoHoldsAndWhoErasesAtOnceDoNotBothHaveTheirWay() throws Exception {
        close();
        requests.ask(number, WHY, KEEPER);

        List<Why> refused =
                atOnce(() -> requests.confirm(number, HEAD), () -> holds.place(number, "Gugatan", "kepala-dinas"));

        assertThat(refused).hasSize(1).first().isIn(Why.HELD, Why.NOT_ASKED, Why.ERASED);
        assertThat(holds.stands(number)).isEqualTo(erasure.keysOf(number) == 1);
    }

    @Test
    void pressingTheButtonTwiceHoldsOnce() throws Exception {
        assertThat(atOnce(() -> holds.place(number, "Gugatan", HEAD), () -> holds.place(number, "Gugatan ", HEAD)))
                .containsExactly(Why.ALREADY_HELD);
        assertThat(holds.standing(number)).hasSize(1);
    }

    @Test
    void eachDistrictSeesItsOwn() {
        close();
        holds.place(number, "Gugatan", HEAD);
        assertThat(holds.standing(here())).extracting(LegalHolds.Hold::number).contains(number);
        assertThat(holds.standing(elsewhere()))
                .extracting(LegalHolds.Hold::number)
                .doesNotContain(number);
        holds.lift(number, "Selesai", HEAD);

        requests.ask(number, WHY, KEEPER);
        assertThat(requests.waiting(here()))
                .extracting(ErasureRequests.Request::number)
                .contains(number);
        assertThat(requests.waiting(elsewhere()))
                .extracting(ErasureRequests.Request::number)
                .doesNotContain(number);
        requests.confirm(number, HEAD);

        assertThat(certificates.newest(here(), 1))
                .extracting(Erasure.Certificate::number)
                .containsExactly(number);
        assertThat(certificates.newest(elsewhere(), 100))
                .extracting(Erasure.Certificate::number)
                .doesNotContain(number);
        assertThat(certificates.newest(List.of(), 100)).isEmpty();
    }

    @Test
    void whatIsDueIsListedForItsDistrictWithItsHolds() {
        fixtures.timeIs("2026-11-22T02:00:00Z");
        close();
        fixtures.timeIs("2027-11-21T23:00:00Z");
        assertThat(due(here())).doesNotContain(number + " false");
        fixtures.timeIs("2027-11-22T01:00:00Z");
        assertThat(due(here())).contains(number + " false");
        assertThat(due(elsewhere())).doesNotContain(number + " false");
        assertThat(due(List.of())).isEmpty();

        holds.place(number, "Gugatan", HEAD);
        assertThat(due(here())).contains(number + " true");
        holds.lift(number, "Selesai", HEAD);
        erasure.erase(number, WHY, "operator");
        assertThat(due(here())).noneMatch(line -> line.startsWith(number.value()));
    }

    private List<String> due(List<District> ofDistricts) {
        return retention.due(ofDistricts).stream()
                .map(proposal -> proposal.number() + " " + proposal.held())
                .toList();
    }

    private List<District> here() {
        return districts.districts().stream()
                .filter(district -> district.id().equals(MANADO))
                .toList();
    }

    private List<District> elsewhere() {
        return districts.districts().stream()
                .filter(district -> !district.id().equals(MANADO))
                .toList();
    }

    /** What refused those who came too late. */
    private List<Why> atOnce(Runnable... works) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(works.length);
        try {
            List<Why> refused = new ArrayList<>();
            List<Callable<Void>> all = new ArrayList<>();
            for (Runnable work : works) {
                all.add(() -> {
                    work.run();
                    return null;
                });
            }
            for (Future<Void> one : people.invokeAll(all)) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(ErasureRefused.class);
                    refused.add(((ErasureRefused) e.getCause()).why());
                }
            }
            return refused;
        } finally {
            people.shutdownNow();
        }
    }

    private List<String> outcomes() {
        return db.sql(
                        "select coalesce(outcome || ' by ' || ended_by, 'waits') from erasure_request where case_number = ? order by id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private void close() {
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "selesai");
    }

    private static void refused(Runnable what, Why why) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(ErasureRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
