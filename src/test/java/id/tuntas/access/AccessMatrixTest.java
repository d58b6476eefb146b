package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.MatrixCast.Actor;
import id.tuntas.access.MatrixCast.MarkedCase;
import id.tuntas.access.MatrixCast.Relation;
import id.tuntas.access.MatrixRoutes.Route;
import id.tuntas.access.web.DoorAlone;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every route × everybody × every relation a step can have to him: who gets in, and that nothing leaves which is not his.
 * What is expected comes from {@code audiences.txt} and from the few rules here, never from the tables of the application.
 *
 * <p>First the door alone, for every cell. Then, where the door opens, the whole way through the server; the answer is
 * searched for the marks of all cases at once, so an answer that no id varies counts for every relation.
 */
@AccessTest
class AccessMatrixTest {

    /** The roles that see the class "identitas" in the whole district, see access-table.yaml. */
    private static final Set<String> SEE_IDENTITIES = Set.of("manajer-kasus", "kepala-uptd");

    /** Before somebody has taken a step, nobody sees whom it is about. */
    private static final Set<Relation> TAKEN = Set.of(Relation.OWN, Relation.COLLEAGUE);

    private static final Set<Relation> IN_REACH = Set.of(Relation.OWN, Relation.SAME_GROUP, Relation.COLLEAGUE);

    /** Questions a list is asked, beside the plain one; C, U and T stand for the instance, the person and the step. */
    private static final List<String> QUESTIONS = List.of(
            "",
            "&processInstanceId=C",
            "&processInstanceIdIn=C",
            "&assignee=U",
            "&taskAssignee=U",
            "&taskId=T",
            "&tenantIdIn=manado",
            "&userId=U");

    /** The page that says so, and figures that nothing collects here. */
    private static final Set<String> FAILS_OF_ITSELF = Set.of("/error");

    @LocalServerPort
    int port;

    @Autowired
    MatrixCast cast;

    @Autowired
    MatrixRoutes routes;

    @Autowired
    DoorAlone door;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cells = new AtomicInteger();

    @BeforeEach
    void assemble() {
        cast.assemble();
    }

    @Test
    void everyRouteIsForSomebodyOrForNobodyAndSomebodySaidSo() {
        assertThat(routes.all()).hasSizeGreaterThan(1400);
        assertThat(routes.all().stream().filter(route -> Audience.of(route.method(), route.named())
                        .isEmpty()))
                .as("routes nobody classified: add them to src/test/resources/access/audiences.txt")
                .isEmpty();
    }

    @Test
    void everyDoorOpensToThoseItIsForAndToNobodyElse() {
        List<Route> all = routes.all();
        cast.actors().parallelStream().forEach(actor -> {
            var session =
                    actor.userId() == null ? door.anonymous() : door.sessionOf(actor.userId(), List.of(actor.group()));
            for (Route route : all) {
                Map<String, Integer> answers = new HashMap<>(); // the same path for all relations is one request
                for (Relation relation : Relation.values()) {
                    String path = routes.path(route, actor, cast.of(actor, relation));
                    int answer = answers.computeIfAbsent(
                            path, one -> door.knock(session, route.method(), one, body(route, actor)));
                    expect(answer, atTheDoor(route, actor, relation), actor + " " + relation + " " + route);
                }
            }
        });
        assertNoFaults();
        assertThat(cells).hasValue(all.size() * cast.actors().size() * Relation.values().length);
        LoggerFactory.getLogger(getClass()).info("{} cells at the door", cells);
    }

    @Test
    void noAnswerCarriesWhatItsReaderMayNotKnow() {
        List<Route> open = routes.all().stream()
                .filter(AccessMatrixTest::changesNothing)
                .filter(route -> !route.prefix().equals("/engine-rest/engine/default"))
                .toList();
        cast.actors().parallelStream().forEach(actor -> {
            Visitor client = client(actor);
            Visitor browser = browser(actor);
            for (Route route : open) {
                if (audience(route).includes(actor.group())) {
                    Visitor who = route.isForPrograms() && !route.prefix().startsWith("/camunda") ? client : browser;
                    ask(who, route, actor);
                }
            }
        });
        assertNoFaults();
        LoggerFactory.getLogger(getClass()).info("{} cells searched for marks", cells);
    }

    @Test
    void onlyWhoMayTakeAStepTakesIt() {
        for (Actor actor : cast.actors()) {
            Visitor client = client(actor);
            for (Relation relation : Relation.values()) {
                MarkedCase marked = cast.of(actor, relation);
                String step = "/engine-rest/task/" + marked.step();
                int submitted = relation == Relation.OWN
                        ? 0
                        : client.json("POST", step + "/submit-form", "{\"variables\":{}}")
                                .statusCode();
                int claimed = client.json("POST", step + "/claim", "{\"userId\":\"" + actor.userId() + "\"}")
                        .statusCode();
                cast.restore(marked);
                expectTaking(actor, relation, claimed, submitted);
            }
        }
        assertNoFaults();
    }

    @Test
    void countsOfADistrictDoNotMoveWhenAnotherOneWorks() {
        List<String> counts = List.of("/engine-rest/task/count", "/engine-rest/filter/count");
        for (String user : List.of("petugas-pengaduan", "manajer-kasus", "kepala-dinas", "auditor")) {
            Visitor who = Visitor.client(port, user, DemoPeople.PASSWORD);
            List<String> before =
                    counts.stream().map(path -> who.get(path).body()).toList();
            cast.openInTheOtherDistrict();
            assertThat(counts.stream().map(path -> who.get(path).body())).isEqualTo(before);
        }
    }

    /** Every different request once: where no id of the case is in it, its answer speaks for every relation. */
    private void ask(Visitor who, Route route, Actor actor) {
        Set<String> asked = new HashSet<>();
        for (Relation relation : Relation.values()) {
            MarkedCase marked = cast.of(actor, relation);
            String path = routes.path(route, actor, marked);
            List<String> questions = asksByPerson(route) ? QUESTIONS : List.of("");
            for (String question : questions) {
                String request = path + "?maxResults=199" + filled(question, marked);
                if (asked.add(request)) {
                    search(send(who, route, request), route, actor, marked);
                }
            }
            cells.incrementAndGet();
        }
    }

    private static boolean asksByPerson(Route route) {
        return route.method().equals("GET")
                && (route.prefix() + route.path())
                        .matches(
                                "/engine-rest/(task|history/task|history/user-operation|process-instance|variable-instance)(/count)?");
    }

    private static HttpResponse<String> send(Visitor who, Route route, String path) {
        return route.method().equals("GET") ? who.get(path) : who.json(route.method(), path, "{}");
    }

    private static String filled(String question, MarkedCase marked) {
        return question.replace("=C", "=" + marked.instance())
                .replace("=U", "=" + (marked.holder() == null ? "tidak-ada" : marked.holder()))
                .replace("=T", "=" + marked.step());
    }

    private void search(HttpResponse<String> answer, Route route, Actor actor, MarkedCase marked) {
        String where = actor + " " + marked.relation() + " " + route + " -> " + answer.statusCode();
        if (answer.statusCode() >= 500 && !FAILS_OF_ITSELF.contains(route.path())) {
            faults.add(where);
        }
        if (route.namesAStep() && !reaches(actor, marked.relation()) && answer.statusCode() != 404) {
            faults.add(where + ": expected 404");
        }
        String body = answer.body();
        List<String> allowed = values(route, actor, marked);
        allowed.stream().filter(value -> !body.contains(value)).forEach(value -> faults.add(where + " hides " + value));
        secrets(actor)
                .filter(mark ->
                        !allowed.contains(mark) && !answer.uri().toString().contains(mark))
                .filter(body::contains)
                .forEach(mark -> faults.add(where + " shows " + mark));
    }

    /** The values that have to be there: of the own step all that its form shows, to case managers who the victim is. */
    private static List<String> values(Route route, Actor actor, MarkedCase marked) {
        if (!route.path().equals("/task/x/form-variables")) {
            return List.of();
        }
        if (marked.relation() == Relation.OWN && actor.worksCases()) {
            return List.of(marked.note(), marked.victim());
        }
        return SEE_IDENTITIES.contains(actor.group()) && TAKEN.contains(marked.relation())
                ? List.of(marked.victim())
                : List.of();
    }

    /** What the actor finds in no answer, unless it is his step's. */
    private Stream<String> secrets(Actor actor) {
        List<String> marks = new ArrayList<>();
        cast.cases().forEach(marked -> {
            marks.addAll(List.of(marked.note(), marked.victim(), marked.address()));
            boolean elsewhere = marked.relation() == Relation.OTHER_DISTRICT;
            if (elsewhere && actor.worksCases() || !actor.worksCases() && !isAdmin(actor)) {
                marks.addAll(List.of(marked.number(), marked.instance(), marked.step()));
            }
        });
        if (!isAdmin(actor)) {
            marks.addAll(List.of(MatrixCast.STRANGER, MatrixCast.STRANGERS_NAME));
        }
        return marks.stream();
    }

    private static int atTheDoor(Route route, Actor actor, Relation relation) {
        if (!audience(route).includes(actor.group())) {
            if (actor.group() != null) {
                return 403;
            }
            return route.isForPrograms() ? 401 : 302;
        }
        return route.namesAStep() && !reaches(actor, relation) ? 404 : DoorAlone.LET_IN;
    }

    /** Whether the step is there at all for the actor. */
    private static boolean reaches(Actor actor, Relation relation) {
        return isAdmin(actor) || actor.worksCases() && IN_REACH.contains(relation);
    }

    private void expectTaking(Actor actor, Relation relation, int claimed, int submitted) {
        String where = actor + " " + relation;
        if (actor.userId() == null) {
            expect(claimed, 403, where + " claims"); // without the token of a page
        } else if (!reaches(actor, relation)) {
            expect(claimed, 404, where + " claims");
            expect(submitted, relation == Relation.OWN ? 0 : 404, where + " submits");
        } else if (actor.worksCases() && relation != Relation.COLLEAGUE) {
            expect(claimed, 204, where + " claims");
        } else if (actor.worksCases()) {
            expect(submitted, 403, where + " submits");
        }
        if (submitted / 100 == 2) {
            faults.add(where + " submits a step he has not taken");
        }
    }

    /** One a line and the first few only: a broken rule breaks thousands of cells. */
    private void assertNoFaults() {
        assertThat(faults.stream().sorted().limit(80).collect(Collectors.joining("\n")))
                .as(faults.size() + " cells are wrong")
                .isEmpty();
    }

    private void expect(int seen, int expected, String where) {
        cells.incrementAndGet();
        if (seen != expected) {
            faults.add(where + ": " + seen + " instead of " + expected);
        }
    }

    private static boolean changesNothing(Route route) {
        return route.method().equals("GET")
                || route.ofTheEngine() && route.method().equals("OPTIONS")
                || route.ofTheEngine()
                        && route.method().equals("POST")
                        && route.path().matches("(/history)?/[a-z-]+(/count)?|/filter/x/(list|count)");
    }

    private static Audience audience(Route route) {
        return Audience.of(route.method(), route.named()).orElse(Audience.NOBODY);
    }

    private static String body(Route route, Actor actor) {
        return route.path().endsWith("/claim") ? "{\"userId\":\"" + actor.userId() + "\"}" : "{}";
    }

    private static boolean isAdmin(Actor actor) {
        return "admin".equals(actor.userId());
    }

    private Visitor client(Actor actor) {
        return actor.userId() == null ? Visitor.on(port) : Visitor.client(port, actor.userId(), password(actor));
    }

    private Visitor browser(Actor actor) {
        Visitor visitor = Visitor.on(port);
        if (actor.userId() != null) {
            visitor.signIn(actor.userId(), password(actor));
        }
        return visitor;
    }

    private static String password(Actor actor) {
        return actor.userId().equals(MatrixCast.MONITOR) ? Household.PASSWORD : DemoPeople.PASSWORD;
    }
}
