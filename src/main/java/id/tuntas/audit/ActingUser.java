package id.tuntas.audit;

import java.util.List;
import java.util.Optional;

/** What the engine knows of who acts; implemented by it. */
public interface ActingUser {

    /** Whom the engine works for in this thread; empty for jobs and for our own code. */
    Optional<Person> ofEngine();

    /** Ids of the districts of a person, in order; empty for somebody unknown. */
    List<String> districtsOf(String userId);

    /** @param groups ids of his groups, never null */
    record Person(String userId, List<String> groups) {}
}
