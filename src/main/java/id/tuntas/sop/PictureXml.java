package id.tuntas.sop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a picture needs of a procedure: its elements, their names and where they are drawn. Conditions, timers, scripts, forms,
 * listeners and whatever else tells the engine how to run it stay behind.
 */
public final class PictureXml {

    private static final Set<String> NAMESPACES = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    /** Elements that are left out with all that is in them. */
    private static final Set<String> NOT_DRAWN = Set.of(
            "extensionElements",
            "documentation",
            "conditionExpression",
            "condition",
            "completionCondition",
            "loopCardinality",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "script",
            // a flow names both of its ends itself
            "incoming",
            "outgoing");

    private PictureXml() {}

    /**
     * @param bpmn a file the engine has accepted
     * @return UTF-8
     * @throws IllegalArgumentException if it is no XML
     */
    public static byte[] of(byte[] bpmn) {
        XMLInputFactory in = XMLInputFactory.newDefaultFactory();
        in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            XMLStreamReader reader = in.createXMLStreamReader(new ByteArrayInputStream(bpmn));
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(picture, StandardCharsets.UTF_8.name());
            copy(reader, writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("The procedure is no well-formed XML", e);
        }
        return picture.toByteArray();
    }

    private static void copy(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        int left = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (left > 0 || !isDrawn(reader)) {
                    left++;
                } else {
                    element(reader, writer);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (left > 0) {
                    left--;
                } else {
                    writer.writeEndElement();
                }
            } else if (event == XMLStreamConstants.CHARACTERS && left == 0 && !reader.isWhiteSpace()) {
                writer.writeCharacters(reader.getText());
            }
        }
        writer.writeEndDocument();
    }

    private static boolean isDrawn(XMLStreamReader reader) {
        return NAMESPACES.contains(reader.getNamespaceURI()) && !NOT_DRAWN.contains(reader.getLocalName());
    }

    private static void element(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(reader.getPrefix(), reader.getLocalName(), reader.getNamespaceURI());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            if (!NAMESPACES.contains(reader.getNamespaceURI(i))) {
                continue;
            }
            if (reader.getNamespacePrefix(i) == null) {
                writer.writeDefaultNamespace(reader.getNamespaceURI(i));
            } else {
                writer.writeNamespace(reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            // those of BPMN have no namespace; others are the engine's and the modeler's
            if (reader.getAttributeNamespace(i) == null
                    || reader.getAttributeNamespace(i).isEmpty()) {
                writer.writeAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
    }
}
