package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.ClockLine;
import id.tuntas.board.ClockList;
import id.tuntas.board.Compliance;
import id.tuntas.board.Field;
import id.tuntas.board.Figures;
import id.tuntas.board.FilterReader;
import id.tuntas.board.Heat;
import id.tuntas.board.Pauses;
import id.tuntas.board.Reader;
import id.tuntas.board.Scorecard;
import id.tuntas.board.Sort;
import id.tuntas.engine.SupervisedSteps;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.District;
import id.tuntas.sla.Sweep;
import id.tuntas.walk.FollowedLinks.Figure;
import id.tuntas.walk.Recount.Counted;
import id.tuntas.walk.RecountedGroups.Queries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random cases of two districts, walked by the engine each to a random point; at random moments every figure of the board is
 * as long as its list, and holds the very clocks that a slow recount ({@link Recount}) finds in the engine. The recount reads
 * neither {@code step_clock} nor {@code clock_event}. Which fact comes from where:
 *
 * <ul>
 *   <li>what was opened, done or withdrawn, when, in which district and process, who has it, and when a step is due: historic
 *       task and activity instances;
 *   <li>stage, service, budget, office hours, limit of law, ladder: the deployed model; the service of a referral: historic
 *       variable {@code layananDirujuk}; agency: the register of agreements on the day the step began;
 *   <li>when a stage is due: counted from its beginning by the model; steps that count every hour and were never paused or
 *       extended are held against the same count;
 *   <li>to whom an open step is offered: identity links of the running task;
 *   <li>late, late when it was done: the due date against now, or against the end;
 *   <li>rungs that were told, and breaches of law: historic activities of the ladders; whether anybody is left to tell: the
 *       model and the engine's directory of people;
 *   <li>pauses and extensions: historic instances of {@code atur-tenggat} and their variables, because a request that was
 *       refused leaves none;
 *   <li>what a partner answered to a referral: the step that began in it at that instant;
 *   <li>risk and trafficking at the time of a step, and whether anybody ever took it: {@link HistoryDiary}, because the
 *       history level of production keeps the last value only.
 * </ul>
 *
 * Chance is the same in every run; {@code -Dtuntas.seed=…} makes another one, {@code -Dtuntas.cases=…} more or fewer cases.
 */
abstract class BoardAgreesWithHistory {

    private static final Logger LOG = LoggerFactory.getLogger(BoardAgreesWithHistory.class);
    private static final int MOMENTS = 13;
    /** Filters of chance for each reader at each moment. */
    private static final int FILTERS = 50;
    /** Longer lists are read in one go; the pages of all lengths up to here are walked through. */
    private static final int MOST_BY_PAGES = 400;

    /** Fewer cases need not bring everything. */
    private static final int ENOUGH = 500;

    private static final int LINKS_BY_HAND = 40;
    private static final List<String> PAGES = List.of(
            "/pantau",
            "/pantau/kepatuhan",
            "/pantau/kepatuhan?jenis=tahap",
            "/pantau/peta",
            "/pantau/mitra?periode=2026");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SupervisedSteps supervised;

    @Autowired
    Sweep sweep;

    @Autowired
    HistoryDiary diary;

    @Autowired
    MouRegister register;

    @Autowired
    Figures figures;

    @Autowired
    ClockList list;

    @Autowired
    Heat heat;

    @Autowired
    Compliance compliance;

    @Autowired
    Pauses pauses;

    @Autowired
    Scorecard scorecard;

    @Autowired
    FilterReader filters;

    @Autowired
    JdbcClient db;

    private final long seed = Long.getLong("tuntas.seed", 20261122);
    private final Random random = new Random(seed);
    private final List<String> wrong = new ArrayList<>();
    private final Map<BoardState, Integer> longest = new EnumMap<>(BoardState.class);

    private List<Counted> all;
    private Instant now;
    private int compared;
    private int followed;

    /** How many cases officers open. */
    abstract int cases();

    @AfterEach
    void leaveNothingBehind() {
        diary.end();
        ClockUtil.reset();
    }

    @Test
    void everyFigureIsAsLongAsItsListAndAsTheEngineKnowsIt() {
        diary.begin();
        ManyCases cases = new ManyCases(engine, supervised, sweep, seed, 1 + 800 / cases());
        List<Integer> moments = random.ints(MOMENTS - 1, cases() / 20, cases())
                .sorted()
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        moments.add(cases());
        for (int i = 0; i < moments.size(); i++) {
            cases.until(moments.get(i));
            look();
            if (i % 6 == 0) {
                pages(i == 0);
            }
            LOG.info("Seed {}: {} cases, {} clocks, {} differences", seed, cases.opened(), all.size(), wrong.size());
        }
        LOG.info(
                "Until {}: {}; {} figures compared, {} links followed, longest lists {}",
                now,
                cases.acts(),
                compared,
                followed,
                longest);

        assertThat(cases.opened()).isEqualTo(cases());
        if (cases() >= ENOUGH) {
            somethingOfEverything();
        }
        assertThat(wrong).as("seed %d", seed).isEmpty();
    }

    /** What never happened was not compared: chance has to bring all of it, or the seed is no good. */
    private void somethingOfEverything() {
        assertThat(longest)
                .as("states that were never empty")
                .allSatisfy((state, most) -> assertThat(most).as(state.name()).isPositive());
        assertThat(all).extracting(one -> one.district).contains("manggarai-barat", "manado");
        assertThat(all).as("withdrawn").anyMatch(one -> one.ended != null && !one.completed);
        assertThat(all).as("extended").anyMatch(one -> one.extended);
        assertThat(all).as("taken and given back").anyMatch(one -> one.claimed && one.person == null);
        assertThat(all).as("everybody told").anyMatch(one -> one.everybodyTold);
        assertThat(all).as("referral accepted").anyMatch(one -> one.accepted);
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("penanganan-korban")
                        .finished()
                        .count())
                .as("closed")
                .isPositive();
    }

    private void look() {
        now = ClockUtil.getCurrentTime().toInstant();
        all = Recount.of(engine, register, diary);
        dueByTheModel();
        Queries board = new Queries(figures, heat, compliance, pauses, scorecard, register);
        for (Reader reader : List.of(readers().get(0), readers().get(1 + random.nextInt(2)))) {
            BoardFilter everything = BoardFilter.of(reader);
            for (BoardState state : BoardState.values()) {
                same(everything.in(state));
                same(everything.in(state).with(Field.KIND, "tahap"));
            }
            List<Counted> his = all.stream()
                    .filter(one -> everything.districts().stream()
                            .anyMatch(district -> district.id().equals(one.district)))
                    .toList();
            for (int i = 0; !his.isEmpty() && i < FILTERS; i++) {
                same(anyFilter(everything, his.get(random.nextInt(his.size()))));
            }
            RecountedGroups groups = new RecountedGroups(board, his, now);
            groups.compare(everything);
            wrong.addAll(groups.wrong());
            compared += groups.compared();
        }
    }

    /** A user has one district here; somebody with both has no demo account, but asks the same queries. */
    private List<Reader> readers() {
        return List.of(
                new Reader("penyelia-kasus", List.of("penyelia-kasus", "manajer-kasus"), register.districts()),
                reader("manado-penyelia-kasus", "penyelia-kasus", "manado"),
                reader("kepala-uptd", "kepala-uptd", "manggarai-barat"));
    }

    private Reader reader(String user, String group, String district) {
        List<District> own = register.districts().stream()
                .filter(one -> one.id().equals(district))
                .toList();
        return new Reader(user, List.of(group), own);
    }

    /** What was never paused or extended, and counts every hour, is due when the model says. */
    private void dueByTheModel() {
        all.stream()
                .filter(one -> !one.everPaused && !one.extended && one.dueByModel != null)
                .filter(one -> !one.dueByModel.equals(one.due))
                .forEach(one -> wrong.add("by the model due at " + one.dueByModel + ": " + describe(one)));
    }

    private void same(BoardFilter filter) {
        Set<String> expected = recounted(filter);
        List<String> listed = ids(filter, expected.size());
        long figure = figures.count(filter, now);
        compared++;
        longest.merge(filter.state(), expected.size(), Math::max);
        if (figure != listed.size() || listed.size() != expected.size() || !new HashSet<>(listed).equals(expected)) {
            wrong.add(filter.reader().userId() + " " + filter.values() + ": figure " + figure + ", list "
                    + listed.size()
                    + ", recount " + expected.size() + "; not listed: " + some(expected, listed) + "; only listed: "
                    + some(listed, expected));
        }
    }

    private Set<String> recounted(BoardFilter filter) {
        return all.stream()
                .filter(CountedBy.filter(filter, now))
                .map(one -> one.id)
                .collect(Collectors.toSet());
    }

    private List<String> ids(BoardFilter filter, int expected) {
        Sort sort = any(Sort.values());
        if (expected > MOST_BY_PAGES) {
            return list.first(filter, sort, Integer.MAX_VALUE, now).stream()
                    .map(ClockLine::id)
                    .toList();
        }
        List<String> ids = new ArrayList<>();
        for (int page = 1; ids.size() == (page - 1) * ClockList.PAGE; page++) {
            list.page(filter, sort, page, now).forEach(line -> ids.add(line.id()));
            if (ids.size() < page * ClockList.PAGE) {
                break;
            }
        }
        return ids;
    }

    /** Like one there is, so that it finds something more often than not. */
    private BoardFilter anyFilter(BoardFilter everything, Counted like) {
        BoardFilter filter = everything.in(any(BoardState.values()));
        if (like.isStage) {
            filter = filter.with(Field.KIND, "tahap");
        }
        filter = maybe(filter, Field.DISTRICT, like.district, 6);
        filter = maybe(filter, Field.AGENCY, like.agency, 6);
        filter = maybe(filter, Field.PERSON, like.person, 6);
        filter = maybe(filter, Field.STAGE, like.stage, 6);
        filter = maybe(filter, Field.STEP, like.step, 6);
        filter = maybe(filter, Field.RISK, like.risk, 6);
        filter = maybe(filter, Field.SERVICE, like.service, 6);
        filter = maybe(filter, Field.OWN_TIME, like.officeHours ? "kerja" : "terus", 6);
        filter = maybe(filter, Field.ANSWER, any("diambil", "diterima", "ditolak", "tidak-dijawab", "dirujuk"), 12);
        filter = maybe(filter, Field.LAW, "ya", 12);
        filter = maybe(filter, Field.MOVED, any("jeda", "perpanjangan"), 12);
        filter = maybe(filter, Field.WITHIN, String.valueOf(1 + random.nextInt(200)), 12);
        LocalDate due = LocalDate.ofInstant(like.due, filter.districts().get(0).zone());
        filter = maybe(filter, Field.FROM, due.minusDays(random.nextInt(3)).toString(), 6);
        return maybe(filter, Field.UNTIL, due.plusDays(random.nextInt(3)).toString(), 6);
    }

    private BoardFilter maybe(BoardFilter filter, Field field, String value, int seldom) {
        return random.nextInt(seldom) == 0 ? filter.with(field, value == null ? Field.NONE : value) : filter;
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** The pages as managers get them. @param all whether each list is opened, and not some of each page only */
    private void pages(boolean all) {
        for (Reader reader : readers().subList(1, 3)) {
            FollowedLinks manager = new FollowedLinks(port, reader.userId());
            for (String page : PAGES) {
                List<Figure> shown = manager.figures(page);
                Set<Integer> opened = new HashSet<>();
                random.ints(LINKS_BY_HAND, 0, Math.max(1, shown.size())).forEach(opened::add);
                for (int i = 0; i < shown.size(); i++) {
                    follow(shown.get(i), reader, all || opened.contains(i) ? manager : null);
                }
            }
        }
    }

    private void follow(Figure shown, Reader reader, FollowedLinks manager) {
        followed++;
        BoardFilter filter = filters.read(FollowedLinks.parameters(shown.href()), reader, Set.of());
        int expected = recounted(filter).size();
        long listed = manager == null ? figures.count(filter, now) : manager.lengthOf(shown.href());
        if (shown.number() != expected || listed != expected) {
            wrong.add(reader.userId() + " " + shown + ": list " + listed + ", recount " + expected);
        }
    }

    private String some(Collection<String> of, Collection<String> but) {
        Set<String> rest = new TreeSet<>(of);
        rest.removeAll(Set.copyOf(but));
        return rest.stream()
                .limit(2)
                .map(id -> all.stream()
                        .filter(one -> one.id.equals(id))
                        .findFirst()
                        .map(this::describe)
                        .orElse(id))
                .collect(Collectors.joining("\n    ", "\n    ", "\n"));
    }

    private String describe(Counted one) {
        return one + "; table: "
                + db.sql("select * from step_clock where id = ?")
                        .param(one.id)
                        .query()
                        .listOfRows();
    }
}
