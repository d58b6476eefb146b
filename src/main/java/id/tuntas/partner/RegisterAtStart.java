package id.tuntas.partner;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Imports the register named by {@code tuntas.register} (a resource location) before anything else runs at start. */
@Component
@ConditionalOnProperty("tuntas.register")
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RegisterAtStart implements ApplicationRunner {

    private final RegisterImport importer;
    private final Resource register;

    RegisterAtStart(RegisterImport importer, @Value("${tuntas.register}") Resource register) {
        this.importer = importer;
        this.register = register;
    }

    @Override
    public void run(ApplicationArguments args) {
        importer.importFrom(register);
    }
}
