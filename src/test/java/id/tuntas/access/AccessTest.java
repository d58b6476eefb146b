package id.tuntas.access;

import id.tuntas.access.web.DoorAlone;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole application with its demo people and a one-step SOP on a port of its own; all tests of the doors share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:access;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "tuntas.sop-dir=src/test/resources/testsop/daerah",
            "server.address=",
            "server.forward-headers-strategy=native"
        })
@ActiveProfiles("demo")
@Import({CountedPasswords.class, DoorAlone.class, MatrixCast.class, MatrixRoutes.class})
@interface AccessTest {}
