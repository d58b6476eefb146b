package id.tuntas.engine;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A database of a version that did not encrypt is not used on: its values would be refused one by one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class NoValuesFromBefore implements ApplicationRunner {

    private final JdbcClient db;

    NoValuesFromBefore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean values = db.sql("select id_ from act_hi_varinst fetch first 1 rows only")
                .query(String.class)
                .optional()
                .isPresent();
        boolean keys = db.sql("select root_instance_id from data_key fetch first 1 rows only")
                .query(String.class)
                .optional()
                .isPresent();
        if (values && !keys) {
            throw new IllegalStateException(
                    "This database was written by a version that stored values in clear. It held no real"
                            + " cases: start with a new one (the demo: remove the directory .tuntas).");
        }
    }
}
