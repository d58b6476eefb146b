package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.sop.SopBundle;
import id.tuntas.sop.TinySop;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes into the engine: at start by our own deployer, later by anybody who may deploy. */
class SopDeploymentTest {

    private static ProcessEngine engine;
    private static RepositoryService repository;

    @BeforeAll
    static void startEngine() {
        String name = "sop-" + UUID.randomUUID();
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setProcessEngineName(name);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.getProcessEnginePlugins().add(new SopGatePlugin());
        engine = configuration.buildProcessEngine();
        repository = engine.getRepositoryService();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @AfterEach
    void removeDeployments() {
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
    }

    @Test
    void makesNoNewVersionOfAnUnchangedSop() {
        String first = deployAtStart(TinySop.valid());
        String second = deployAtStart(TinySop.valid());

        assertThat(second).isEqualTo(first);
        assertThat(latest().getVersion()).isEqualTo(1);
    }

    @Test
    void putsEveryFileOfAChangedSopIntoOneNewDeployment() {
        deployAtStart(TinySop.valid());
        String second = deployAtStart(TinySop.valid().with(TinySop.FORM, "Isi bersama korban.", "Isi berdua."));

        assertThat(latest().getVersion()).isEqualTo(2);
        assertThat(latest().getDeploymentId()).isEqualTo(second);
        assertThat(repository.getDeploymentResourceNames(second))
                .containsExactlyInAnyOrderElementsOf(TinySop.valid().bundle().names());
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(2);
    }

    @Test
    void doesNotStartWithABrokenSopAndKeepsTheOldVersion() {
        deployAtStart(TinySop.valid());

        assertThatThrownBy(() -> deployAtStart(broken()))
                .isInstanceOf(SopRefused.class)
                .hasMessageContaining(TinySop.PROCESS)
                .hasMessageContaining("#terima")
                .hasMessageContaining("langkah-tanpa-tenggat")
                .hasMessageContaining("misalnya P3D");
        assertThat(latest().getVersion()).isEqualTo(1);
    }

    @Test
    void refusesABrokenDeploymentThroughTheApiAndKeepsTheOldVersion() {
        deployAtStart(TinySop.valid());

        assertThatThrownBy(() -> deployment(broken().bundle()).deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(TinySop.PROCESS)
                .hasMessageContaining("#terima")
                .hasMessageContaining("langkah-tanpa-tenggat");
        assertThat(latest().getVersion()).isEqualTo(1);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    }

    @Test
    void refusesAPartOfAnSop() {
        deployAtStart(TinySop.valid());
        byte[] form = TinySop.valid().bundle().bytes(TinySop.FORM);

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addInputStream("terima.form", new ByteArrayInputStream(form))
                        .deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("sertakan semua berkas SOP");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    }

    @Test
    void refusesADeploymentOfOnlyWhatChanged() {
        deployment(TinySop.valid().bundle()).deploy();
        SopBundle changed = TinySop.valid()
                .with(TinySop.FORM, "Isi bersama korban.", "Isi berdua.")
                .bundle();

        assertThatThrownBy(
                        () -> deployment(changed).enableDuplicateFiltering(true).deploy())
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void refusesADeploymentForOneDistrict() {
        assertThatThrownBy(() ->
                        deployment(TinySop.valid().bundle()).tenantId("manado").deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("tanpa tenant");
    }

    @Test
    void acceptsACompleteSopThroughTheApi() {
        deployAtStart(TinySop.valid());
        deployment(TinySop.valid()
                        .with(TinySop.PROCESS, "name=\"Terima\"", "name=\"Terima laporan\"")
                        .bundle())
                .deploy();

        assertThat(latest().getVersion()).isEqualTo(2);
    }

    @Test
    void readsAnOldDeploymentBackWithoutJudgingItAgain() {
        deployAtStart(TinySop.valid());
        String definition = latest().getId();

        ((ProcessEngineImpl) engine)
                .getProcessEngineConfiguration()
                .getDeploymentCache()
                .discardProcessDefinitionCache();

        assertThat(repository.getBpmnModelInstance(definition)).isNotNull();
        assertThat(engine.getFormService().getStartFormData(definition)).isNotNull();
    }

    private static TinySop broken() {
        return TinySop.valid().with(TinySop.PROCESS, "value=\"P3D\"", "value=\"segera\"");
    }

    private String deployAtStart(TinySop sop) {
        return new SopDeployer(repository, sop.bundle()).deploy();
    }

    private DeploymentBuilder deployment(SopBundle bundle) {
        DeploymentBuilder deployment = repository.createDeployment().name("dari-luar");
        bundle.names().forEach(name -> deployment.addInputStream(name, new ByteArrayInputStream(bundle.bytes(name))));
        return deployment;
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("kasus")
                .latestVersion()
                .singleResult();
    }
}
