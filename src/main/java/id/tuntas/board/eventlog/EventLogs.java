package id.tuntas.board.eventlog;

import id.tuntas.board.LongReads;
import id.tuntas.board.indicator.Period;
import id.tuntas.shared.District;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import javax.sql.DataSource;
import javax.xml.stream.XMLStreamException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Event logs for process mining: all that happened in the cases opened in a period, under pseudonyms that nobody can undo
 * or carry over to the next log. Written while it is read, in one snapshot of the database.
 */
@Component
public class EventLogs {

    /** Of fewer cases there is no log: whoever knows one of them would know it again. */
    public static final long FEWEST = 5;

    /** Fewer than this are so few that people can be known again in spite of all; the page says so. */
    public static final long FEW = 50;

    /** More are refused: ask for each year. */
    public static final long MOST = 20_000;

    private static final int AT_ONCE = 2;

    private final DataSource database;
    private final NamedParameterJdbcTemplate db;
    private final LongReads reads;
    private final SecureRandom random = new SecureRandom();

    EventLogs(DataSource database, PlatformTransactionManager transactions) {
        this.database = database;
        this.db = new NamedParameterJdbcTemplate(database);
        this.reads = new LongReads(transactions, AT_ONCE);
    }

    /** Cases opened in the period, whatever became of them. */
    public long cases(District district, Period days) {
        return EventRows.count(db, district, days);
    }

    /**
     * @param district whoever asks may take its log; the caller has checked that and put it on record
     * @throws IOException if it cannot be written; what was written is then no whole log
     * @return false, with nothing written, if two others are being written
     */
    public boolean write(Format format, District district, Period days, OutputStream to) throws IOException {
        try (Pseudonyms names = new Pseudonyms(random)) {
            return reads.inTurn(() -> {
                EventRows rows = new EventRows(database, district.id(), names);
                List<String> cases = rows.cases(district, days);
                try {
                    if (format == Format.XES) {
                        xes(rows, cases, district, to);
                    } else {
                        ocel(rows, cases, names, district, to);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (XMLStreamException e) {
                    throw new UncheckedIOException(new IOException(e));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void xes(EventRows rows, List<String> cases, District district, OutputStream to)
            throws IOException, XMLStreamException {
        XesLog log = new XesLog(to, district.zone());
        log.begin("Tuntas, " + district.name() + ": nomor kasus dan orang disamarkan, waktu setiap kasus digeser");
        rows.events(cases, log::write);
        log.end();
    }

    private static void ocel(EventRows rows, List<String> cases, Pseudonyms names, District district, OutputStream to)
            throws IOException, XMLStreamException {
        OcelLog log = new OcelLog(to, district.zone());
        log.begin();
        rows.events(cases, log::write);
        log.endEvents();
        for (String number : cases) {
            log.writeCase(names.ofCase(number));
        }
        rows.clocks(cases, log::write);
        log.end();
    }

    /** What process mining tools read. */
    public enum Format {
        XES("xes", "application/xml", "xes"),
        OCEL("ocel", "application/json", "ocel.json");

        private final String word;
        private final String type;
        private final String ending;

        Format(String word, String type, String ending) {
            this.word = word;
            this.type = type;
            this.ending = ending;
        }

        /** The word of the address. */
        public String word() {
            return word;
        }

        public String mediaType() {
            return type;
        }

        /** Of the file's name. */
        public String ending() {
            return ending;
        }
    }
}
