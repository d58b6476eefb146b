package id.tuntas.access;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The real encoder, which also counts how often it was asked to compare. */
@Primary
class CountedPasswords implements PasswordEncoder {

    final AtomicInteger comparisons = new AtomicInteger();
    private final PasswordEncoder real = new PasswordEncoding().passwordEncoder();

    @Override
    public String encode(CharSequence password) {
        return real.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        comparisons.incrementAndGet();
        return real.matches(password, hash);
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return real.upgradeEncoding(hash);
    }
}
