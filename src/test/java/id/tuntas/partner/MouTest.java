package id.tuntas.partner;

import static id.tuntas.testing.Fixtures.MANADO;
import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.tuntas.shared.ServiceKey;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class MouTest {

    @Autowired
    Mou mou;

    @Autowired
    MouRegister register;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void noGapWasSeenYet() {
        db.sql("update mou_gap set seen_count = 0, first_seen = null, last_seen = null")
                .update();
        fixtures.timeIs("2026-11-21T00:00:00Z");
    }

    @Test
    void namesTheAgencyThatSignedForTheService() {
        assertThat(mou.ownerOf(stepOf(MANGGARAI_BARAT, "pemeriksaan-medis"))).isEqualTo("rsud-ppt");
        assertThat(mou.ownerOf(stepOf(MANGGARAI_BARAT, "bimbingan-rohani"))).isEqualTo("kemenag");
        assertThat(register.gaps(MANGGARAI_BARAT)).isEmpty();
    }

    @Test
    void givesAStepNobodySignedForToTheCoordinatorAndCountsTheGapInOneLine() {
        assertThat(mou.ownerOf(stepOf(MANADO, "bimbingan-rohani"))).isEqualTo("manajer-kasus");
        fixtures.timeIs("2026-11-22T00:00:00Z");
        mou.ownerOf(stepOf(MANADO, "bimbingan-rohani"));

        assertThat(register.gaps(MANADO))
                .containsExactly(new MouGap(
                        MANADO,
                        new ServiceKey("bimbingan-rohani"),
                        Instant.parse("2026-11-21T00:00:00Z"),
                        Instant.parse("2026-11-22T00:00:00Z"),
                        2));
    }

    @Test
    void forgetsAGapSeenInAStartThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            mou.ownerOf(stepOf(MANADO, "bimbingan-rohani"));
            status.setRollbackOnly();
        });

        assertThat(register.gaps(MANADO)).isEmpty();
    }

    @Test
    void holdsAnAgreementFromTheFirstToTheLastDayOfTheDistrict() {
        // the agreement of Manado ended on 31 December 2025, and its days are those of WITA (UTC+8)
        DelegateExecution step = stepOf(MANADO, "pemberdayaan-ekonomi");

        fixtures.timeIs("2023-12-31T15:59:59Z");
        assertThat(mou.ownerOf(step)).isEqualTo("manajer-kasus");
        fixtures.timeIs("2023-12-31T16:00:00Z");
        assertThat(mou.ownerOf(step)).isEqualTo("dinas-sosial");
        fixtures.timeIs("2025-12-31T15:59:59Z");
        assertThat(mou.ownerOf(step)).isEqualTo("dinas-sosial");
        fixtures.timeIs("2025-12-31T16:00:00Z");
        assertThat(mou.ownerOf(step)).isEqualTo("manajer-kasus");
    }

    @Test
    void readsTheServiceFromTheVariableAStepRefersTo() {
        DelegateExecution step = stepOf(MANGGARAI_BARAT, "${layananDirujuk}");
        when(step.getVariable("layananDirujuk")).thenReturn("pemulihan-kesehatan", null, "Bukan Layanan", "entah");

        assertThat(mou.ownerOf(step)).isEqualTo("puskesmas");
        assertThat(mou.ownerOf(step)).isEqualTo("manajer-kasus");
        assertThat(mou.ownerOf(step)).isEqualTo("manajer-kasus");
        assertThat(mou.ownerOf(step)).isEqualTo("manajer-kasus");
    }

    @Test
    void asksForAServiceAndADistrict() {
        assertThatThrownBy(() -> mou.ownerOf(stepOf(MANADO, ""))).hasMessageContaining("layanan");
        assertThatThrownBy(() -> mou.ownerOf(stepOf(null, "mediasi"))).hasMessageContaining("district");
    }

    @Test
    void listsKnownServicesOnceAndInTheirOrder() {
        Object checklist = new StringBuilder("[\"mediasi\",\"entah\",null,\"bantuan-hukum\",\"mediasi\"]");

        assertThat(mou.servicesIn(checklist)).containsExactly("mediasi", "bantuan-hukum");
        assertThat(mou.servicesIn(Arrays.asList("mediasi", null, "entah"))).containsExactly("mediasi");
        assertThat(mou.servicesIn(null)).isEmpty();
        assertThat(mou.servicesIn("[]")).isEmpty();
    }

    @Test
    void offersForAHandOverTheOtherDistrictsThatHaveAnAgreementTodayAndPaper() {
        String paper = "{\"label\":\"Kantor di luar Tuntas\",\"value\":\"luar-tuntas\"}";
        DelegateExecution step = stepOf(MANGGARAI_BARAT, "pendampingan");
        assertThat(mou.otherDistricts(step).toString())
                .contains("\"value\":\"manado\"")
                .doesNotContain(MANGGARAI_BARAT)
                .endsWith(paper + "]");

        fixtures.timeIs("2001-01-01T00:00:00Z");
        assertThat(mou.otherDistricts(step).toString()).isEqualTo("[" + paper + "]");
    }

    @Test
    void saysWhetherAListIncludesAService() {
        assertThat(mou.includes("[\"mediasi\"]", "mediasi")).isTrue();
        assertThat(mou.includes(List.of("mediasi"), "restitusi")).isFalse();
        assertThat(mou.includes(null, "mediasi")).isFalse();
        assertThat(mou.includes(null, null)).isFalse();
        assertThat(mou.includes(List.of("mediasi"), null)).isFalse();
    }

    private static DelegateExecution stepOf(String district, String service) {
        BpmnModelInstance model = Bpmn.createExecutableProcess()
                .startEvent()
                .userTask("langkah")
                .endEvent()
                .done();
        CamundaProperty property = model.newInstance(CamundaProperty.class);
        property.setCamundaName("layanan");
        property.setCamundaValue(service);
        UserTask task = model.getModelElementById("langkah");
        CamundaProperties group = model.newInstance(CamundaProperties.class);
        task.setExtensionElements(model.newInstance(ExtensionElements.class));
        task.getExtensionElements().addChildElement(group);
        group.getCamundaProperties().add(property);
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getTenantId()).thenReturn(district);
        when(execution.getCurrentActivityId()).thenReturn("langkah");
        when(execution.getBpmnModelInstance()).thenReturn(model);
        return execution;
    }
}
