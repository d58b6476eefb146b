package id.tuntas.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.engine.Identities;
import id.tuntas.shared.Districts;
import id.tuntas.sla.StepReminded;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    void aReminderInTheLedgerIsALetterInTheOutboxOnlyIfThereIsAMailServer() {
        MailContacts contacts = mock(MailContacts.class);
        when(contacts.findEnabled("sari"))
                .thenReturn(Optional.of(new MailContact("sari", "sari@kantor.example", true, "id")));
        Districts districts = mock(Districts.class);
        when(districts.districts()).thenReturn(List.of(NotifyBench.EAST));
        ApplicationContextRunner reminding = new ApplicationContextRunner()
                .withBean(Outbox.class, () -> mock(Outbox.class))
                .withBean(MailContacts.class, () -> contacts)
                .withBean(Districts.class, () -> districts)
                .withBean(Identities.class, () -> mock(Identities.class))
                .withBean(LetterText.class, () -> mock(LetterText.class))
                .withBean(Clock.class, Clock::systemUTC)
                .withUserConfiguration(Reminders.class);
        var event = new StepReminded("jam-1", NotifyBench.CASE, NotifyBench.STEP, "timur", "sari", null, "kepala");

        reminding.withPropertyValues("spring.mail.host=localhost").run(context -> {
            context.publishEvent(event);
            verify(context.getBean(Outbox.class)).write(any(), any());
        });
        reminding.run(context -> {
            context.publishEvent(event);
            verify(context.getBean(Outbox.class), never()).write(any(), any());
        });
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
