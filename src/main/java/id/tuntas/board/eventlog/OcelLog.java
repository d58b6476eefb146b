package id.tuntas.board.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes an event log as OCEL 2.0 in JSON: first the events, then the objects they were about. Of what went by it keeps the
 * agencies and the people, which are few.
 */
final class OcelLog {

    private static final String CASE = "kasus";
    private static final String STEP = "langkah";
    private static final String STAGE = "tahap";
    private static final String AGENCY = "lembaga";
    private static final String REFERRAL = "rujukan";
    private static final String PERSON = "orang";

    private static final List<String> OF_STEP = List.of("langkah", "tahap", "kelompok", "risiko", "tenggat-hukum");
    private static final List<String> OF_STAGE = List.of("tahap", "risiko");

    /** The standard gives attributes that never change the beginning of time. */
    private static final String ALWAYS = "1970-01-01T00:00:00Z";

    private final JsonGenerator json;
    private final ZoneId zone;
    private final Set<String> agencies = new TreeSet<>();
    private final Set<String> people = new TreeSet<>();

    OcelLog(OutputStream to, ZoneId zone) throws IOException {
        this.json = new JsonFactory().createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.zone = zone;
    }

    void begin() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("objectTypes");
        for (String type : List.of(CASE, STEP, STAGE, AGENCY, REFERRAL, PERSON)) {
            type(type, type.equals(STEP) ? OF_STEP : type.equals(STAGE) ? OF_STAGE : List.of());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("eventTypes");
        for (What what : What.values()) {
            type(what.word(), what == What.RUNG_TOLD || what == What.RUNG_EMPTY ? List.of("kelompok") : List.of());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("events");
    }

    void write(LogEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("type", event.what().word());
        json.writeStringField("time", XesLog.time(event.at(), zone));
        json.writeArrayFieldStart("attributes");
        attribute("kelompok", event.toGroup(), null);
        json.writeEndArray();
        json.writeArrayFieldStart("relationships");
        relation(event.caseName(), "dalam kasus");
        relation(event.person(), "oleh");
        relation(event.toPerson(), "kepada");
        if (event.clock() != null) {
            relation(event.clock().name(), event.clock().stage() ? "tahap" : "langkah");
            relation(agency(event.clock().agencyId()), "pada lembaga");
            relation(event.clock().referral(), "rujukan");
        }
        json.writeEndArray();
        json.writeEndObject();
        known(event.person());
        known(event.toPerson());
    }

    void endEvents() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("objects");
    }

    void writeCase(String name) throws IOException {
        object(name, CASE);
        json.writeEndArray();
        json.writeEndObject();
    }

    void write(String caseName, LogEvent.Clock clock) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", clock.name());
        json.writeStringField("type", clock.stage() ? STAGE : STEP);
        json.writeArrayFieldStart("attributes");
        attribute(clock.stage() ? "tahap" : "langkah", clock.stepId(), ALWAYS);
        if (!clock.stage()) {
            attribute("tahap", clock.stageId(), ALWAYS);
            attribute("kelompok", clock.group(), ALWAYS);
            attribute("tenggat-hukum", clock.statutory() ? "ya" : "tidak", ALWAYS);
        }
        attribute("risiko", clock.risk(), ALWAYS);
        json.writeEndArray();
        json.writeArrayFieldStart("relationships");
        relation(caseName, "dalam kasus");
        relation(agency(clock.agencyId()), "pada lembaga");
        relation(clock.referral(), "rujukan");
        json.writeEndArray();
        json.writeEndObject();
        if (clock.referral() != null) {
            object(clock.referral(), REFERRAL);
            relation(caseName, "dalam kasus");
            relation(agency(clock.agencyId()), "kepada lembaga");
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** Without it the log is not whole, and no reader takes it for one. */
    void end() throws IOException {
        for (String agency : agencies) {
            object(agency, AGENCY);
            json.writeEndArray();
            json.writeEndObject();
        }
        for (String person : people) {
            object(person, PERSON);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    /** Up to its relationships, which are still open. */
    private void object(String id, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("type", type);
        json.writeArrayFieldStart("attributes");
        json.writeEndArray();
        json.writeArrayFieldStart("relationships");
    }

    private void type(String name, List<String> attributes) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("attributes");
        for (String attribute : attributes) {
            json.writeStartObject();
            json.writeStringField("name", attribute);
            json.writeStringField("type", "string");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void attribute(String name, String value, String time) throws IOException {
        if (value != null) {
            json.writeStartObject();
            json.writeStringField("name", name);
            if (time != null) {
                json.writeStringField("time", time);
            }
            json.writeStringField("value", value);
            json.writeEndObject();
        }
    }

    private void relation(String id, String qualifier) throws IOException {
        if (id != null) {
            json.writeStartObject();
            json.writeStringField("objectId", id);
            json.writeStringField("qualifier", qualifier);
            json.writeEndObject();
        }
    }

    /** Ids are unique among all objects, so an agency says that it is one. */
    private String agency(String id) {
        if (id == null) {
            return null;
        }
        agencies.add(AGENCY + "-" + id);
        return AGENCY + "-" + id;
    }

    private void known(String person) {
        if (person != null) {
            people.add(person);
        }
    }
}
