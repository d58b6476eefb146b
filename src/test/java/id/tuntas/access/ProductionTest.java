package id.tuntas.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application as an office runs it, without the demo profile, beside a mock OpenID Connect provider. That it
 * starts says that these settings satisfy {@link ProductionChecks}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:production;DB_CLOSE_DELAY=-1",
            "tuntas.accept-h2=true",
            "tuntas.tls-proxy=true",
            "server.forward-headers-strategy=native",
            "tuntas.access.secret-key-file=src/test/resources/access/secret.key",
            "tuntas.vault.keystore=src/test/resources/access/kunci.p12",
            "tuntas.vault.keystore-password-file=src/test/resources/access/kunci.pass",
            "tuntas.vault.current-key=2026-uji",
            "tuntas.vault.make-keystore=false",
            "tuntas.register=classpath:register/demo.yaml",
            "tuntas.sop-dir=src/test/resources/testsop/daerah",
            "camunda.bpm.job-execution.enabled=false",
            "tuntas.sign-in.passkeys.relying-party=tuntas.example",
            "tuntas.oidc.client-id=tuntas",
            "tuntas.oidc.client-secret=rahasia-bersama",
            "tuntas.oidc.label=Akun Pemkab",
            "tuntas.oidc.groups.pekerja-sosial=peksos",
            "tuntas.oidc.groups.pengawas=auditor",
            "tuntas.oidc.districts.mabar=manggarai-barat"
        })
@ContextConfiguration(initializers = MockIssuer.Started.class)
@Import({Household.class, RecordedEvents.class})
@interface ProductionTest {}
