package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** One user for each group and district, named after the role. Everybody knows the password, so only on loopback. */
@Component
@Profile("demo")
@Order(RoleSetup.ORDER + 1)
class DemoPeople implements ApplicationRunner {

    static final String PASSWORD = "tuntas-demo";

    private static final List<District> DISTRICTS = List.of(
            new District("manggarai-barat", "Manggarai Barat", ""), new District("manado", "Manado", "manado-"));

    private static final List<Role> OTHERS = List.of(Role.PENYUSUN_SOP, Role.PENGESAH_SOP, Role.AUDITOR);

    private final Identities identities;
    private final Credentials credentials;
    private final PasswordEncoder encoder;

    DemoPeople(Identities identities, Credentials credentials, PasswordEncoder encoder) {
        this.identities = identities;
        this.credentials = credentials;
        this.encoder = encoder;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String hash = encoder.encode(PASSWORD);
        for (District district : DISTRICTS) {
            Role.ofCases().map(district::person).forEach(person -> add(person, hash));
        }
        for (Role role : OTHERS) {
            add(new Person(role.id(), role.title(), "Demo", List.of(role.id()), List.of()), hash);
        }
        add(new Person("admin", "Administrator", "Demo", List.of(Identities.ADMINISTRATORS), List.of()), hash);
    }

    /** User ids of all people of the demo. */
    static Set<String> ids() {
        Stream<String> working = DISTRICTS.stream().flatMap(district -> Role.ofCases()
                .map(role -> district.person(role).id()));
        return Stream.concat(working, Stream.concat(OTHERS.stream().map(Role::id), Stream.of("admin")))
                .collect(Collectors.toSet());
    }

    private void add(Person person, String hash) {
        if (credentials.isMissing(person.id())) {
            identities.ensurePerson(person);
            credentials.store(person.id(), hash);
        }
    }

    private record District(String id, String name, String userPrefix) {

        Person person(Role role) {
            return new Person(userPrefix + role.id(), role.title(), name, List.of(role.id()), List.of(id));
        }
    }
}
