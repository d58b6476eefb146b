package id.tuntas.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import id.tuntas.access.MailContacts;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.mail.MailHealthContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

/** What is there with a mail server, and what without one. */
class MailPartsTest {

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withInitializer(
                    context -> context.getBeanFactory().setConversionService(new ApplicationConversionService()))
            .withConfiguration(AutoConfigurations.of(
                    MailSenderAutoConfiguration.class, MailHealthContributorAutoConfiguration.class))
            .withUserConfiguration(MailParts.class, MailSchedule.class)
            .withBean(Outbox.class, () -> mock(Outbox.class))
            .withBean(Digests.class, () -> mock(Digests.class))
            .withBean(MailContacts.class, () -> mock(MailContacts.class))
            .withBean(PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(MailSettings.class, () -> new MailSettings("https://x", "tuntas@contoh.go.id"));

    @Test
    void withoutAMailServerNothingRunsAndHealthHasNoPartForIt() {
        program.run(context -> assertThat(context)
                .doesNotHaveBean(MailSchedule.class)
                .doesNotHaveBean(Postman.class)
                .doesNotHaveBean("mailHealthIndicator")
                .doesNotHaveBean("mailHealthContributor"));
    }

    @Test
    void withAMailServerHealthLooksAtTheOutboxAndNeverSignsIn() {
        program.withPropertyValues("spring.mail.host=localhost").run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(MailSchedule.class)
                .hasSingleBean(MailHealthIndicator.class)
                .doesNotHaveBean("mailHealthContributor"));
    }

    @Test
    void mailInClearOverTheNetworkStopsTheStart() {
        program.withPropertyValues("spring.mail.host=smtp.contoh.go.id")
                .run(context -> assertThat(context).getFailure().hasMessageContaining("tanpa enkripsi"));
    }

    @Test
    void aServerThatDoesNotOfferTheTlsItShouldGetsNothing() throws IOException {
        try (var plain = new RefusingServer("nothing", "")) {
            program.withPropertyValues(
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + plain.port(),
                            "spring.mail.properties.mail.smtp.starttls.enable=true",
                            "spring.mail.properties.mail.smtp.starttls.required=true")
                    .run(context -> {
                        var sender = context.getBean(JavaMailSender.class);
                        var letter = new SimpleMailMessage();
                        letter.setTo("sari@kantor.example");
                        assertThatThrownBy(() -> sender.send(letter)).hasStackTraceContaining("STARTTLS is required");
                    });
            assertThat(plain.taken).isEmpty();
        }
    }
}
