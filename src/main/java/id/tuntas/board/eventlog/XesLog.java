package id.tuntas.board.eventlog;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an event log as XES (IEEE 1849): one trace for each case. Nothing is kept but the case it is at. */
final class XesLog {

    private static final String NAMESPACE = "http://www.xes-standard.org/";

    /** With milliseconds and the district's offset, as {@code xs:dateTime} has it. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private final XMLStreamWriter xml;
    private final ZoneId zone;
    private String caseName;

    XesLog(OutputStream to, ZoneId zone) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
        this.zone = zone;
    }

    /** @param about what the log is of, in a sentence */
    void begin(String about) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("log");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xes.version", "1849.2016");
        xml.writeAttribute("xes.features", "");
        extension("Concept", "concept");
        extension("Lifecycle", "lifecycle");
        extension("Time", "time");
        extension("Organizational", "org");
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "trace");
        text("concept:name", "kasus");
        xml.writeEndElement();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "event");
        text("concept:name", "kegiatan");
        text("lifecycle:transition", "complete");
        value("date", "time:timestamp", "1970-01-01T00:00:00.000+00:00");
        text("peristiwa", "peristiwa");
        xml.writeEndElement();
        classifier("Kegiatan", "concept:name lifecycle:transition");
        classifier("Peristiwa", "peristiwa");
        text("concept:name", about);
        text("lifecycle:model", "standard");
    }

    void write(LogEvent event) throws XMLStreamException {
        if (!event.caseName().equals(caseName)) {
            endCase();
            caseName = event.caseName();
            xml.writeStartElement("trace");
            text("concept:name", caseName);
        }
        xml.writeStartElement("event");
        String transition = event.what().transition();
        text("concept:name", activity(event));
        text("lifecycle:transition", transition == null ? "complete" : transition);
        value("date", "time:timestamp", TIME.format(event.at().atZone(zone)));
        text("peristiwa", event.what().word());
        text("org:resource", event.person());
        if (event.clock() != null) {
            write(event.clock());
        }
        text("ke-orang", event.toPerson());
        text("ke-kelompok", event.toGroup());
        xml.writeEndElement();
    }

    private void write(LogEvent.Clock clock) throws XMLStreamException {
        text("concept:instance", clock.name());
        text("org:group", clock.group());
        text(clock.stage() ? "tahap" : "langkah", clock.stepId());
        text(clock.stage() ? null : "tahap", clock.stageId());
        text("lembaga", clock.agencyId());
        text("risiko", clock.risk());
        text("rujukan", clock.referral());
        value("boolean", "tenggat-hukum", String.valueOf(clock.statutory()));
    }

    /** Without it the log is not whole, and no reader takes it for one. */
    void end() throws XMLStreamException {
        endCase();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static String activity(LogEvent event) {
        if (event.clock() == null) {
            return "kasus";
        }
        return event.what().transition() == null
                ? event.what().word()
                : event.clock().stepId();
    }

    private void endCase() throws XMLStreamException {
        if (caseName != null) {
            xml.writeEndElement();
            caseName = null;
        }
    }

    private void extension(String name, String prefix) throws XMLStreamException {
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", NAMESPACE + prefix + ".xesext");
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("keys", keys);
    }

    private void text(String key, String text) throws XMLStreamException {
        if (key != null && text != null) {
            value("string", key, text);
        }
    }

    private void value(String type, String key, String value) throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", value);
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
