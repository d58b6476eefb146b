package id.tuntas.access;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class PasswordEncoding {

    /** What the OWASP Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;

    /** Hashes say how they were made: old ones of bcrypt, which reads 72 bytes only, are renewed at the next sign-in. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2id",
                Map.of(
                        "argon2id",
                        new FewAtATime(new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES)),
                        "bcrypt",
                        new BCryptPasswordEncoder(10)));
    }

    /** Each hash takes its 19 MiB of a small heap: four at once, the others wait. */
    private static final class FewAtATime implements PasswordEncoder {

        private final Semaphore places = new Semaphore(4, true);
        private final PasswordEncoder real;

        FewAtATime(PasswordEncoder real) {
            this.real = real;
        }

        @Override
        public String encode(CharSequence password) {
            return placed(() -> real.encode(password));
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return placed(() -> real.matches(password, hash));
        }

        @Override
        public boolean upgradeEncoding(String hash) {
            return real.upgradeEncoding(hash);
        }

        private <T> T placed(Supplier<T> work) {
            places.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                places.release();
            }
        }
    }
}
