package id.tuntas.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * A test with the configured engine, the register of the demo and the case file on an empty database in memory, without
 * shipped procedures and web pages. All tests with it share one context; {@link Fixtures} has the words they use.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EngineState.class)
@SpringBootTest(
        classes = EngineTest.Application.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
            "camunda.bpm.job-execution.enabled=false",
            "tuntas.register=classpath:register/demo.yaml"
        })
public @interface EngineTest {

    /** Not a configuration class by annotation, so that no other test's component scan picks it up. */
    @EnableAutoConfiguration(exclude = CamundaBpmRestJerseyAutoConfiguration.class)
    @ComponentScan(
            basePackages = {
                "id.tuntas.partner",
                "id.tuntas.calendar",
                "id.tuntas.sla",
                "id.tuntas.casefile",
                "id.tuntas.vault",
                "id.tuntas.testing"
            },
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|IT)"))
    @ComponentScan(
            basePackages = "id.tuntas.engine",
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "id\\.tuntas\\.engine\\.(EngineClock|DeployedSteps|TeruskanKejadian|EngineSettings"
                                            + "|EngineHistory|ClockPlugin|ClockListener|CaseChanges|RiskCopies|MouAgencies|EngineTimers|EngineStaff"
                                            + "|LadderDecision|PilihAnakTangga|CatatPelanggaran|AturTenggat"
                                            + "|PutuskanPerpanjangan|ProtectionPlugin)"))
    class Application {}
}
