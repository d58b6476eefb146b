package id.tuntas.engine;

import static id.tuntas.testing.Fixtures.MANADO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import id.tuntas.testing.WholeDatabase;
import id.tuntas.vault.CaseKeys;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInputInstanceEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

@EngineTest
@ExtendWith(OutputCaptureExtension.class)
class ProtectionTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @Autowired
    CaseKeys keys;

    private final String secret = "melati" + UUID.randomUUID();

    @BeforeEach
    void officerOfManado() {
        fixtures.deployed("sandi.bpmn");
        fixtures.signedInFrom(MANADO);
    }

    @Test
    void sealsEveryKindOfValueAndGivesItBackAsItWas() {
        String longText = secret + "x".repeat(9000) + secret;
        JsonValue list = SpinValues.jsonValue("[\"" + secret + "\"]").create();
        Map<String, Object> values = new HashMap<>();
        values.put("teks", secret);
        values.put("panjang", longText);
        values.put("kosong", null);
        values.put("kosongBerjenis", Variables.stringValue(null));
        values.put("bulat", 4711);
        values.put("pecahan", 2.5);
        values.put("ya", true);
        values.put("waktu", new Date(1_700_000_000_000L));
        values.put("bita", secret.getBytes(StandardCharsets.UTF_8));
        values.put("daftar", list);
        ProcessInstance instance = fixtures.started("sandi-uji", values);

        assertThat(places()).isEmpty();
        Map<String, Object> read = engine.getRuntimeService().getVariables(instance.getId());
        assertThat(read)
                .containsEntry("teks", secret)
                .containsEntry("panjang", longText)
                .containsEntry("kosong", null)
                .containsEntry("kosongBerjenis", null)
                .containsEntry("bulat", 4711)
                .containsEntry("pecahan", 2.5)
                .containsEntry("ya", true)
                .containsEntry("waktu", new Date(1_700_000_000_000L));
        assertThat(read.get("daftar")).hasToString("[\"" + secret + "\"]");
        assertThat(historic(instance, "panjang").getValue()).isEqualTo(longText);
        assertThat(historic(instance, "daftar").getValue()).hasToString("[\"" + secret + "\"]");
        assertThat(db.sql(
                                """
                                select count(*) from act_ru_variable where proc_inst_id_ = ? and type_ <> 'null'
                                    and (text2_ is null or text2_ <> 'enc1' or long_ is not null or double_ is not null)""")
                        .param(instance.getId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsNoShortAnswerByItsLength() {
        ProcessInstance one = fixtures.started("sandi-uji", Map.of("jawab", "ya", "usia", 7));
        ProcessInstance other = fixtures.started("sandi-uji", Map.of("jawab", "tidak tahu", "usia", 100_000));

        assertThat(lengths(one)).containsExactlyInAnyOrderElementsOf(lengths(other));
    }

    @Test
    void keepsAFormACalledProcessAndItsAnswersUnderTheKeyOfTheCase() {
        ProcessInstance instance = fixtures.started("sandi-uji");
        engine.getFormService().submitTaskForm(fixtures.step(instance, "tulis").getId(), Map.of("rahasia", secret));
        ProcessInstance called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .singleResult();

        assertThat(engine.getRuntimeService().getVariable(called.getId(), "titipan"))
                .isEqualTo(secret);
        engine.getFormService()
                .submitTaskForm(fixtures.step(called, "jawab").getId(), Map.of("jawaban", "sudah", "alasan", secret));

        // the gateway read what the called process answered
        assertThat(fixtures.step(instance, "cocok")).isNotNull();
        assertThat(places()).isEmpty();
        assertThat(keysOf(instance.getId(), called.getId())).isOne();
        assertThat(db.sql("select count(*) from act_hi_detail where type_ = 'FormProperty'")
                        .query(Long.class)
                        .single())
                .as("what was typed once more, past the serializers")
                .isZero();
    }

    @Test
    void sealsWhatIsLocalToAStepAndWhatIsSetAgain() {
        ProcessInstance instance = fixtures.started("sandi-uji", Map.of("rahasia", "lama"));
        String step = fixtures.step(instance, "tulis").getId();
        engine.getTaskService().setVariableLocal(step, "setempat", secret);
        engine.getRuntimeService().setVariable(instance.getId(), "rahasia", secret);
        engine.getRuntimeService().setVariable(instance.getId(), "rahasia", secret + "x".repeat(5000));
        engine.getRuntimeService().setVariable(instance.getId(), "rahasia", secret);
        engine.getRuntimeService().removeVariable(instance.getId(), "rahasia");
        engine.getRuntimeService().setVariable(instance.getId(), "rahasia", secret);

        assertThat(engine.getTaskService().getVariableLocal(step, "setempat")).isEqualTo(secret);
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "rahasia"))
                .isEqualTo(secret);
        assertThat(places()).isEmpty();
    }

    @Test
    void sealsTheHistoryOfDecisionsShouldALevelEverWriteIt() {
        fixtures.deployed("layanan.bpmn", "layanan.dmn");
        ProcessInstance instance = fixtures.started("layanan-uji", Map.of("butuhKesehatan", secret));

        // level audit writes none
        assertThat(db.sql("select count(*) from act_hi_dec_in")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(places()).isEmpty();
        HistoricDecisionInputInstanceEntity input = inEngine(() -> {
            HistoricDecisionInputInstanceEntity row = new HistoricDecisionInputInstanceEntity(instance.getId(), null);
            row.setClauseId("masukan");
            row.setValue(Variables.stringValue(secret));
            assertThat(row.getTypedValue().getValue()).isEqualTo(secret);
            return row;
        });
        assertThat(input.getTextValue2()).isEqualTo("enc1");
        assertThat(input.getTextValue()).doesNotContain(secret);
        assertThatThrownBy(() -> inEngine(() -> {
                    HistoricDecisionInputInstanceEntity nobodys = new HistoricDecisionInputInstanceEntity(null, null);
                    nobodys.setValue(Variables.stringValue(secret));
                    return nobodys;
                }))
                .hasMessageContaining("bukan milik kasus mana pun");
    }

    private <T> T inEngine(Supplier<T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> work.get());
    }

    @Test
    void readsAListManyTimesAndWritesNoRow() {
        ProcessInstance instance = fixtures.started(
                "sandi-uji", Map.of("daftar", SpinValues.jsonValue("[1]").create()));
        for (int i = 0; i < 3; i++) {
            engine.getRuntimeService().getVariable(instance.getId(), "daftar");
        }

        assertThat(db.sql("select rev_ from act_ru_variable where proc_inst_id_ = ? and name_ = 'daftar'")
                        .param(instance.getId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void readsOnAfterTheCaseMovedToANewVersion() {
        ProcessInstance instance = fixtures.started("sandi-uji", Map.of("rahasia", secret));
        engine.getTaskService()
                .setVariableLocal(fixtures.step(instance, "tulis").getId(), "setempat", secret);
        String newer = engine
                .getRepositoryService()
                .createDeployment()
                .name("baru")
                .addClasspathResource("testsop/sandi.bpmn")
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .stream()
                .filter(definition -> definition.getKey().equals("sandi-uji"))
                .findFirst()
                .orElseThrow()
                .getId();
        engine.getRuntimeService()
                .newMigration(engine.getRuntimeService()
                        .createMigrationPlan(instance.getProcessDefinitionId(), newer)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(instance.getId())
                .execute();

        assertThat(engine.getTaskService()
                        .getVariable(fixtures.step(instance, "tulis").getId(), "setempat"))
                .isEqualTo(secret);
        assertThat(historic(instance, "rahasia").getValue()).isEqualTo(secret);
        assertThat(places()).isEmpty();
    }

    @Test
    void storesAClearNameAsItIsButNoSentenceUnderIt() {
        ProcessInstance instance =
                fixtures.started("sandi-uji", Map.of("tingkatRisiko", "TINGGI", "jenisKasus", "Ibu " + secret));

        assertThat(db.sql("select text_ from act_ru_variable where proc_inst_id_ = ? and name_ = 'tingkatRisiko'")
                        .param(instance.getId())
                        .query(String.class)
                        .single())
                .isEqualTo("TINGGI");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableValueEquals("tingkatRisiko", "TINGGI")
                        .count())
                .isOne();
        assertThat(places()).isEmpty();
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "jenisKasus"))
                .isEqualTo("Ibu " + secret);
    }

    @Test
    void refusesToSearchWhatItCannotFind() {
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .variableValueEquals("korbanNama", "Melati")
                        .count())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("tidak dapat dicari");
    }

    @Test
    void refusesAValueOfNoCase() {
        ProcessInstance instance = fixtures.started("sandi-uji");

        assertThatThrownBy(() -> engine.getRuntimeService()
                        .setVariablesAsync(List.of(instance.getId()), Map.of("rahasia", secret)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("bukan milik kasus mana pun");
        assertThat(places()).isEmpty();
    }

    @Test
    void decidesForNobodysCaseAndRemembersNothing() {
        fixtures.deployed("layanan.bpmn", "layanan.dmn");

        engine.getDecisionService()
                .evaluateDecisionTableByKey("layanan-keputusan")
                .variables(Map.of("butuhKesehatan", secret))
                .evaluate();

        assertThat(places()).isEmpty();
    }

    @Test
    void refusesAValueThatWasMovedChangedOrPutThereInClear() {
        ProcessInstance one = fixtures.started("sandi-uji", Map.of("nama", "Melati", "alamat", "Jalan A"));
        ProcessInstance other = fixtures.started("sandi-uji", Map.of("nama", "Mawar"));

        copy("nama", one, "nama", other);
        assertUnreadable(other, "nama", "dipindahkan");
        copy("alamat", one, "nama", one);
        assertUnreadable(one, "nama", "dipindahkan");
        db.sql(
                        "update act_ru_variable set text_ = 'Jalan B', text2_ = null where proc_inst_id_ = ? and name_ = 'alamat'")
                .param(one.getId())
                .update();
        assertUnreadable(one, "alamat", "tanpa penyandian");
    }

    @Test
    void saysThatACaseIsErasedAndStillListsItsHistory() {
        ProcessInstance instance = fixtures.started("sandi-uji", Map.of("rahasia", secret, "tingkatRisiko", "RENDAH"));
        db.sql("update data_key set wrapped = null where root_instance_id = ?")
                .param(instance.getId())
                .update();
        ReflectionTestUtils.invokeMethod(keys, "forget", List.of(instance.getId())); // as a minute later

        assertThatThrownBy(() -> engine.getRuntimeService().getVariable(instance.getId(), "rahasia"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("sudah dihapus");
        assertThatThrownBy(() -> engine.getRuntimeService().setVariable(instance.getId(), "lain", secret))
                .hasMessageContaining("sudah dihapus");
        List<HistoricVariableInstance> history = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .listPage(0, 10);
        assertThat(history).hasSize(2).anySatisfy(value -> {
            assertThat(value.getName()).isEqualTo("rahasia");
            assertThat(value.getValue()).isNull();
            assertThat(value.getErrorMessage()).contains("sudah dihapus");
        });
        assertThat(history).anySatisfy(value -> assertThat(value.getValue()).isEqualTo("RENDAH"));
    }

    @Test
    void keepsNoWordsOfAFailure(CapturedOutput log) {
        ProcessInstance instance = fixtures.started("sandi-gagal", Map.of("rahasia", secret));
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();

        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isInstanceOf(RuntimeException.class);
        // the last try opens an incident
        engine.getManagementService().setJobRetries(job.getId(), 1);
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isInstanceOf(RuntimeException.class);

        assertThat(places()).isEmpty();
        assertThat(log.getAll()).doesNotContain(secret);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getIncidentMessage())
                .contains("java.lang.IllegalStateException at id.tuntas.testing.FailingWork");
        assertThat(engine.getManagementService().getJobExceptionStacktrace(job.getId()))
                .contains("FailingWork.java")
                .contains("Caused by: java.lang.IllegalArgumentException");
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "uji");
    }

    private void copy(String from, ProcessInstance source, String to, ProcessInstance target) {
        db.sql(
                        """
                        update act_ru_variable set text_ =
                            (select text_ from act_ru_variable where proc_inst_id_ = ? and name_ = ?)
                        where proc_inst_id_ = ? and name_ = ?""")
                .params(source.getId(), from, target.getId(), to)
                .update();
    }

    private void assertUnreadable(ProcessInstance instance, String variable, String why) {
        assertThatThrownBy(() -> engine.getRuntimeService().getVariable(instance.getId(), variable))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(why);
    }

    private HistoricVariableInstance historic(ProcessInstance instance, String variable) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(variable)
                .singleResult();
    }

    private List<Integer> lengths(ProcessInstance instance) {
        return db.sql("select length(text_) from act_ru_variable where proc_inst_id_ = ? order by name_")
                .param(instance.getId())
                .query(Integer.class)
                .list();
    }

    private int keysOf(String... instances) {
        return db.sql("select count(*) from data_key where root_instance_id in (:ids)")
                .param("ids", List.of(instances))
                .query(Integer.class)
                .single();
    }

    private Set<String> places() {
        return new WholeDatabase(database).whereIs(secret);
    }
}
