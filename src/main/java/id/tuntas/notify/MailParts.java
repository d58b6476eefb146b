package id.tuntas.notify;

import id.tuntas.access.MailContacts;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

/** What is only there where an operator has named a mail server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class MailParts {

    @Bean
    Postman postman(
            Outbox outbox,
            MailContacts contacts,
            JavaMailSender sender,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Postman(outbox, contacts, sender, settings, clock, transactions);
    }

    @Bean
    MailHealthIndicator mailHealthIndicator(Outbox outbox, Clock clock) {
        return new MailHealthIndicator(outbox, clock);
    }

    @Bean
    MailChecks mailChecks(Environment environment, MailSettings settings) {
        return new MailChecks(environment, settings);
    }
}
