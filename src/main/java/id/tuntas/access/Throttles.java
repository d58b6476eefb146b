package id.tuntas.access;

import id.tuntas.access.Throttle.Limits;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many guesses get through. Two nodes together stay below a hundred passwords in an hour for one account. */
@Configuration(proxyBeanMethods = false)
class Throttles {

    static final Limits PASSWORDS = new Limits(Throttle.TRIES, 20, 28);

    /** Of a million codes three are good at any time, and who guesses here knows the password already. */
    static final Limits CODES = new Limits(5, 8, 12);

    @Bean
    Throttle passwordThrottle(Clock clock) {
        return new Throttle(PASSWORDS, clock);
    }

    @Bean
    Throttle codeThrottle(Clock clock) {
        return new Throttle(CODES, clock);
    }
}
