package id.tuntas.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** One element of a model file as it was written, before any model library interprets or overlooks it. */
final class XmlElement {

    final String namespace;
    final String name;
    final Map<QName, String> attributes;
    final XmlElement parent;
    final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(QName name, Map<QName, String> attributes, XmlElement parent) {
        this.namespace = name.getNamespaceURI();
        this.name = name.getLocalPart();
        this.attributes = attributes;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void append(String characters) {
        text.append(characters);
    }

    String text() {
        return text.toString().strip();
    }

    /** Attribute without a namespace; null if absent. */
    String attribute(String localName) {
        return attributes.get(new QName(localName));
    }

    /** Attribute of the engine's namespace; null if absent. */
    String camunda(String localName) {
        return attributes.get(new QName(Vocabulary.CAMUNDA, localName));
    }

    boolean isBpmn(String localName) {
        return Vocabulary.BPMN.equals(namespace) && name.equals(localName);
    }

    boolean isCamunda(String localName) {
        return Vocabulary.CAMUNDA.equals(namespace) && name.equals(localName);
    }

    /** Id of this element or of the nearest one around it; empty if there is none. */
    String nearestId() {
        for (XmlElement element = this; element != null; element = element.parent) {
            String id = element.attribute("id");
            if (id != null) {
                return id;
            }
        }
        return "";
    }

    /** This element and everything inside it, in document order. Depth is bounded by {@link SafeXml}. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }
}
