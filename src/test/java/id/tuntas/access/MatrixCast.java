package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.test.context.TestComponent;

/** The people and the cases of {@link AccessMatrixTest}: somebody of every role, and a step in every relation to him. */
@TestComponent
class MatrixCast {

    /** What a step is to whoever asks. */
    enum Relation {
        /** He has taken it. */
        OWN,
        /** Offered to his group, taken by nobody. */
        SAME_GROUP,
        /** Offered to his group, taken by a colleague. */
        COLLEAGUE,
        /** Offered to others of his district and taken by one of them. */
        OTHER_GROUP,
        /** Offered to all groups of the other district and taken by somebody there. */
        OTHER_DISTRICT,
        /** In his district, offered to nobody. */
        NOBODY
    }

    /** Somebody who asks; group and user id are null for a stranger. */
    record Actor(String name, String userId, String group) {

        boolean worksCases() {
            return group != null && Role.ofCases().map(Role::id).anyMatch(group::equals);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A case with one open step, whose values are its markers. */
    record MarkedCase(Relation relation, String instance, String step, String holder) {

        String number() {
            return "NOMOR-" + mark();
        }

        /** On the form of the step. */
        String note() {
            return "catatan-" + mark();
        }

        /** On the form of the step, and of the class that case managers of the district see. */
        String victim() {
            return "nama-" + mark();
        }

        /** On no form. */
        String address() {
            return "alamat-" + mark();
        }

        private String mark() {
            return relation + "-" + holder;
        }
    }

    static final String MONITOR = "pemantau-uji";
    static final String COLLEAGUE = "rekan-sekantor";
    static final String NEIGHBOUR = "orang-instansi-lain";
    static final String STRANGER = "orang-seberang";
    static final String STRANGERS_NAME = "Namaseberang";

    private static final String HERE = "manggarai-barat";
    private static final String THERE = "manado";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AuthorizationService rights;
    private final IdentityService engineIdentities;
    private final Identities identities;
    private final Credentials credentials;
    private final Map<Relation, MarkedCase> shared = new EnumMap<>(Relation.class);
    private final Map<String, MarkedCase> own = new HashMap<>();
    private List<Actor> actors;

    MatrixCast(
            RuntimeService runtime,
            TaskService tasks,
            AuthorizationService rights,
            IdentityService engineIdentities,
            Identities identities,
            Credentials credentials) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.rights = rights;
        this.engineIdentities = engineIdentities;
        this.identities = identities;
        this.credentials = credentials;
    }

    /** Once for all tests: opening the cases takes longer than asking for them. */
    synchronized void assemble() {
        if (actors != null) {
            return;
        }
        identities.ensureGroup("uji-instansi-lain", "Instansi lain");
        person(MONITOR, "Pemantau", Roles.MONITORS);
        credentials.set(MONITOR, Household.PASSWORD);
        person(COLLEAGUE, "Rekan", "petugas-pengaduan", HERE);
        person(NEIGHBOUR, "Tetangga", "uji-instansi-lain", HERE);
        person(STRANGER, STRANGERS_NAME, "petugas-pengaduan", THERE);
        List<String> roles = Stream.concat(Role.ofCases().map(Role::id), Stream.of("camunda-admin"))
                .toList();
        shared.put(Relation.SAME_GROUP, open(Relation.SAME_GROUP, HERE, roles, null));
        shared.put(Relation.COLLEAGUE, open(Relation.COLLEAGUE, HERE, roles, COLLEAGUE));
        shared.put(Relation.OTHER_GROUP, open(Relation.OTHER_GROUP, HERE, List.of("uji-instansi-lain"), NEIGHBOUR));
        shared.put(Relation.OTHER_DISTRICT, open(Relation.OTHER_DISTRICT, THERE, roles, STRANGER));
        shared.put(Relation.NOBODY, open(Relation.NOBODY, HERE, List.of(), null));
        List<Actor> all = new ArrayList<>();
        all.add(new Actor("anonim", null, null));
        all.add(new Actor("admin", "admin", Identities.ADMINISTRATORS));
        all.add(new Actor("pemantau", MONITOR, Roles.MONITORS));
        Stream.of(Role.values()).map(Role::id).forEach(id -> all.add(new Actor(id, id, id)));
        all.stream()
                .filter(actor -> actor.userId != null)
                .forEach(actor -> own.put(actor.userId, open(Relation.OWN, HERE, List.of(actor.group), actor.userId)));
        actors = List.copyOf(all);
    }

    List<Actor> actors() {
        return actors;
    }

    /** The case that is this to the actor; a stranger owns none and gets somebody else's. */
    MarkedCase of(Actor actor, Relation relation) {
        return relation == Relation.OWN
                ? own.get(actor.userId == null ? "peksos" : actor.userId)
                : shared.get(relation);
    }

    Stream<MarkedCase> cases() {
        return Stream.concat(shared.values().stream(), own.values().stream());
    }

    /** As it was, after somebody was allowed to change it. */
    void restore(MarkedCase marked) {
        tasks.setAssignee(marked.step, marked.relation == Relation.SAME_GROUP ? null : marked.holder);
    }

    MarkedCase openInTheOtherDistrict() {
        return open(Relation.OTHER_DISTRICT, THERE, List.of("petugas-pengaduan"), STRANGER);
    }

    private MarkedCase open(Relation relation, String district, List<String> groups, String holder) {
        var marked = new MarkedCase(relation, null, null, holder);
        engineIdentities.setAuthentication("admin", List.of(Identities.ADMINISTRATORS), List.of(district));
        String instance;
        try {
            instance = runtime.startProcessInstanceByKey(
                            "uji-daerah",
                            Map.of(
                                    "nomorKasus",
                                    marked.number(),
                                    "catatanUji",
                                    marked.note(),
                                    "korbanNama",
                                    marked.victim(),
                                    "korbanAlamat",
                                    marked.address()))
                    .getId();
        } finally {
            engineIdentities.clearAuthentication();
        }
        String step = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        tasks.getIdentityLinksForTask(step).stream()
                .filter(link -> link.getGroupId() != null)
                .forEach(link -> tasks.deleteCandidateGroup(step, link.getGroupId()));
        forget(step); // the engine keeps the rights of a group to which a step is offered no more
        groups.forEach(group -> tasks.addCandidateGroup(step, group));
        tasks.setAssignee(step, holder);
        return new MarkedCase(relation, instance, step, holder);
    }

    private void forget(String step) {
        rights.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(step).list().stream()
                .map(Authorization::getId)
                .forEach(rights::deleteAuthorization);
    }

    private void person(String id, String name, String group, String... districts) {
        identities.ensurePerson(new Person(id, name, "Uji", List.of(group), List.of(districts)));
    }
}
