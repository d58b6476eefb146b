package id.tuntas.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Tuntas adds to the engine's tables. The executor takes those jobs first that have been due for longest, see {@link
 * EngineSettings}, and none of a case of which one is under way: without these each look for due jobs reads all there are.
 */
@Component
class JobIndexes extends AbstractProcessEnginePlugin {

    private final JdbcClient db;

    JobIndexes(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        db.sql("create index if not exists tuntas_job_due on act_ru_job (duedate_)")
                .update();
        db.sql("create index if not exists tuntas_job_locked on act_ru_job (lock_exp_time_)")
                .update();
    }
}
