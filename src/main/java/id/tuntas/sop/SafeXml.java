package id.tuntas.sop;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * First look at a model file, before the model library sees it: UTF-8 only, no DTD, bounded size, depth and number of
 * elements. A model past these limits can overflow the stack or hold a node for minutes.
 */
final class SafeXml {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_FLOW_ELEMENTS = 2_000;
    // what the engine or a table row is built for; diagrams and properties come on top
    private static final Set<String> HEAVY = Set.of("sequenceFlow", "rule", "association");

    private SafeXml() {}

    /** @throws Unreadable if the file is not plain, bounded, well-formed UTF-8 XML */
    static XmlElement read(byte[] bytes) throws Unreadable {
        String xml = decode(bytes);
        try {
            return parse(factory().createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Unreadable(
                    "berkas-rusak",
                    "Berkas bukan XML yang utuh (baris " + line + "); simpan ulang dari Camunda Modeler.",
                    "The file is not well-formed XML (line " + line + "); save it again from Camunda Modeler.");
        }
    }

    /** @throws Unreadable if the file is empty, too large or not UTF-8 */
    static String decode(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable(
                    "berkas-kosong", "Berkas kosong; isi atau hapus.", "The file is empty; fill it or remove it.");
        }
        if (bytes.length > SopBundle.MAX_BYTES) {
            throw new Unreadable(
                    "berkas-terlalu-besar",
                    "Berkas lebih dari 1 MB; pecah menjadi beberapa proses.",
                    "The file is larger than 1 MB; split it into several processes.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            // answered below, together with UTF-16, which often decodes but is full of NUL
        }
        throw new Unreadable(
                "bukan-utf8", "Berkas bukan UTF-8; simpan ulang sebagai UTF-8.", "The file is not UTF-8; save it so.");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static XmlElement parse(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw new Unreadable(
                    "bukan-utf8",
                    "Berkas menyatakan pengodean lain; ubah menjadi encoding=\"UTF-8\".",
                    "The file declares another encoding; change it to encoding=\"UTF-8\".");
        }
        XmlElement root = null;
        XmlElement open = null;
        Limits limits = new Limits();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = new XmlElement(reader.getName(), attributes(reader), open);
                    root = root == null ? open : root;
                    limits.opened(open);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open = open.parent;
                    limits.depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (open != null) {
                        open.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw new Unreadable(
                            "xml-berbahaya",
                            "Berkas memuat DOCTYPE, entitas, atau instruksi pemroses; hapus bagian itu.",
                            "The file holds a DOCTYPE, an entity or a processing instruction; remove it.");
                default -> {}
            }
        }
        return root;
    }

    private static Map<QName, String> attributes(XMLStreamReader reader) {
        Map<QName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static final class Limits {

        private int depth;
        private int elements;
        private int flowElements;

        void opened(XmlElement element) throws Unreadable {
            depth++;
            elements++;
            if (Vocabulary.FLOW_NODES.contains(element.name) || HEAVY.contains(element.name)) {
                flowElements++;
            }
            if (depth > MAX_DEPTH || elements > MAX_ELEMENTS || flowElements > MAX_FLOW_ELEMENTS) {
                throw new Unreadable(
                        "model-terlalu-besar",
                        "Model terlalu besar atau bersarang terlalu dalam (batas %d tingkat, %d unsur alur); pecah menjadi beberapa proses."
                                .formatted(MAX_DEPTH, MAX_FLOW_ELEMENTS),
                        "The model is too large or nested too deep (limit %d levels, %d flow elements); split it."
                                .formatted(MAX_DEPTH, MAX_FLOW_ELEMENTS));
            }
        }
    }
}
