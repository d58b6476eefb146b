package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.TestDatabases;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobIndexesOnPostgresIT {

    private static final int JOBS = 20_000;

    private final DataSource database = TestDatabases.newPostgresPool();
    private final JdbcClient db = JdbcClient.create(database);

    private ProcessEngine engine;

    @BeforeEach
    void manyJobsOfWhichAFewAreUnderWay() {
        engine = started();
        db.sql(
                        """
                        insert into act_ru_job (id_, rev_, type_, duedate_, lock_owner_, lock_exp_time_, suspension_state_)
                        select 'job-' || n, 1, 'timer', now() + n * interval '1 second' - interval '1 hour',
                            case when n <= 60 then 'node' end, case when n <= 60 then now() + interval '1 minute' end, 1
                        from generate_series(1, :jobs) n""")
                .param("jobs", JOBS)
                .update();
        db.sql("analyze act_ru_job").update();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void thoseDueForLongestAreFoundWithoutReadingAllJobs() {
        assertThat(plan("select id_ from act_ru_job where duedate_ <= now() order by duedate_ limit 60"))
                .contains("tuntas_job_due")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void thoseUnderWayAreFoundWithoutReadingAllJobs() {
        assertThat(plan("select id_ from act_ru_job where lock_owner_ is not null and lock_exp_time_ >= now()"))
                .contains("tuntas_job_locked")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aSecondStartFindsThemThere() {
        started().close();
        assertThat(db.sql(
                                "select indexname from pg_indexes where tablename = 'act_ru_job' and indexname like 'tuntas%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("tuntas_job_due", "tuntas_job_locked");
    }

    private ProcessEngine started() {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("job-indexes");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.getProcessEnginePlugins().add(new JobIndexes(db));
        return configuration.buildProcessEngine();
    }

    private String plan(String question) {
        return String.join(
                "\n", db.sql("explain " + question).query(String.class).list());
    }
}
