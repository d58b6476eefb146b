package id.tuntas.notify;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.calendar.Calendars;
import id.tuntas.calendar.OfficeWeek;
import id.tuntas.calendar.WorkCalendar;
import id.tuntas.engine.Identities;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The digests on a database of their own and a mail server on loopback, without the rest of the program: two districts in
 * different zones, people and clocks as a test says, and a time moved by hand.
 */
final class NotifyBench implements AutoCloseable {

    static final District EAST = new District("timur", "TIMUR", "Kabupaten Timur", ZoneId.of("Asia/Jayapura"));
    static final District WEST = new District("barat", "BARAT", "Kabupaten Barat", ZoneId.of("Asia/Jakarta"));

    /** What must never be in a letter. */
    static final String CASE = "TIMUR-2026-0042";

    static final String STEP = "pemeriksaan-kekerasan-seksual";

    private static final Duration LOCK = Duration.ofSeconds(10);

    final HikariDataSource database = new HikariDataSource();
    final JdbcClient db;
    final Outbox outbox;
    final Digests digests;
    final Reminders reminders;
    final MailHealthIndicator health;
    final HandClock clock = new HandClock();
    final Map<String, MailContact> contacts = new TreeMap<>();
    final Map<LocalDate, List<id.tuntas.calendar.Hours>> holidays = new HashMap<>();

    private final Identities identities = mock(Identities.class);
    private final MailContacts contactTable = mock(MailContacts.class);
    private final DataSourceTransactionManager transactions;
    private final MailSettings settings = new MailSettings("https://tuntas.contoh.go.id/", "tuntas@contoh.go.id");
    private GreenMail server;
    private int clocks;

    NotifyBench(String url, String user) {
        database.setJdbcUrl(url);
        database.setUsername(user);
        database.setPassword("");
        database.setConnectionTimeout(LOCK.toMillis());
        String vendor = url.contains(":postgresql:") ? "postgresql" : "h2";
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
        db = JdbcClient.create(database);
        transactions = new DataSourceTransactionManager(database);
        outbox = new Outbox(db);
        digests = newDigests();
        reminders = newReminders("127.0.0.1");
        health = new MailHealthIndicator(outbox, clock);
        when(contactTable.enabled()).thenAnswer(call -> List.copyOf(contacts.values()));
        when(contactTable.findEnabled(anyString()))
                .thenAnswer(call -> Optional.ofNullable(contacts.get((String) call.getArgument(0))));
    }

    /** @param host empty = there is no mail server */
    Reminders newReminders(String host) {
        return new Reminders(contactTable, identities, new TwoDistricts(), text(), outbox, clock, host);
    }

    /** As another node has it. */
    Digests newDigests() {
        Calendars calendars = mock(Calendars.class);
        when(calendars.of(anyString(), any()))
                .thenAnswer(call -> new WorkCalendar(
                        zoneOf(call.getArgument(0)), OfficeWeek.STANDARD.days(), holidays, Set.of(2026)));
        return new Digests(
                new TwoDistricts(),
                new StepFigures(db),
                contactTable,
                identities,
                calendars,
                text(),
                outbox,
                clock,
                transactions);
    }

    private LetterText text() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new LetterText(messages, settings);
    }

    /** As another node has it. */
    Postman newPostman() {
        return postmanTo(server.getSmtp().getPort());
    }

    Postman postmanTo(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "10000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "10000");
        return new Postman(outbox, contactTable, sender, settings, clock, transactions);
    }

    GreenMail startServer() {
        return startServer(0);
    }

    /** @param port 0 = any that is free */
    GreenMail startServer(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** Somebody with the address {@code <user>@kantor.example}, who wants everything, in Indonesian. */
    void person(String user, District district, String... groups) {
        contacts.put(user, new MailContact(user, user + "@kantor.example", true, "id"));
        when(identities.groupsOf(user)).thenReturn(List.of(groups));
        when(identities.districtsOf(user)).thenReturn(List.of(district.id()));
    }

    void wants(String user, boolean daily, String language) {
        contacts.computeIfPresent(user, (id, contact) -> new MailContact(id, contact.address(), daily, language));
    }

    /** An open step nobody has taken; returns its id. */
    String step(District district, String group, String dueAt, String risk) {
        String id = "jam-" + ++clocks;
        Instant due = Instant.parse(dueAt);
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, district_id, owner_group, risk,
                            trafficking, calendar, measure, statutory, budget, total_units, consumed_units,
                            running_since, remind_share, started_at, remind_at, due_at, provisional, has_timer, rung)
                        values (:id, 'LANGKAH', :case, 'p', 'e', 'd', 'penanganan-korban', 1, :step, :district, :group,
                            :risk, false, 'terus', 'CALENDAR_TIME', false, 'PT1H', 1, 0, :due, 0.75, :due, :due, :due,
                            false, false, 0)""")
                .param("id", id)
                .param("case", CASE)
                .param("step", STEP)
                .param("district", district.id())
                .param("group", group)
                .param("risk", risk, Types.VARCHAR)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** @param column breached_at, legal_breach_at or done_at */
    void happened(String clockId, String column, String instant) {
        db.sql("update step_clock set " + column + " = ? where id = ?")
                .params(Instant.parse(instant).atOffset(ZoneOffset.UTC), clockId)
                .update();
    }

    void taken(String clockId, String user) {
        db.sql("update step_clock set assignee = ? where id = ?")
                .params(user, clockId)
                .update();
    }

    /** State and number of attempts of each letter, oldest first. */
    List<String> letters() {
        return db.sql("select user_id, kind, state, attempts from mail_outbox order by id")
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getInt(4))
                .list();
    }

    private static ZoneId zoneOf(String district) {
        return (EAST.id().equals(district) ? EAST : WEST).zone();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        database.close();
    }

    private static final class TwoDistricts implements Districts {

        @Override
        public List<District> districts() {
            return List.of(EAST, WEST);
        }

        @Override
        public List<Agency> agencies(String districtId) {
            return new ArrayList<>();
        }
    }

    /** Stands still until a test moves it. */
    static final class HandClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void is(String instant) {
            now = Instant.parse(instant);
        }

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
