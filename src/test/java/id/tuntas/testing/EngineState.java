package id.tuntas.testing;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts back what is static in the engine: its clock, and who is signed in. */
class EngineState implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
        SpringExtension.getApplicationContext(context)
                .getBean(IdentityService.class)
                .clearAuthentication();
    }
}
