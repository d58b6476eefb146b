package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes people for tests, each with the same good password. */
class Household {

    static final String PASSWORD = "perahu layar biru";

    private final AtomicInteger next = new AtomicInteger();
    private final Identities identities;
    private final Credentials credentials;

    Household(Identities identities, Credentials credentials) {
        this.identities = identities;
        this.credentials = credentials;
    }

    /** Somebody new in this group, in Manggarai Barat. */
    String someone(String group) {
        String userId = "warga-" + next.incrementAndGet();
        identities.ensurePerson(new Person(userId, "Warga", "", List.of(group), List.of("manggarai-barat")));
        credentials.set(userId, PASSWORD);
        return userId;
    }
}
