package io.tilth.wecom.envelope;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of elements and texts. A document type, an entity of its own or a processing instruction ends the reading. */
final class XmlReading {

    private static final XMLInputFactory FACTORY = factory();

    private final Leaves leaves = new Leaves();
    private final Deque<Element> open = new ArrayDeque<>();

    private XmlReading() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched.");
        });
        return factory;
    }

    static Optional<Map<String, String>> read(String text) {
        try {
            var xml = FACTORY.createXMLStreamReader(new StringReader(text));
            var reading = new XmlReading();
            while (xml.hasNext()) {
                if (!reading.take(xml.next(), xml)) {
                    return Optional.empty();
                }
            }
            return Optional.of(reading.leaves.all());
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }

    private boolean take(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                return begin(xml.getLocalName());
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (open.peek() != null) {
                    open.peek().text.append(xml.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.SPACE, XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean begin(String name) {
        var parent = open.peek();
        var path = parent == null ? "" : parent.path.isEmpty() ? name : parent.path + "." + name;
        if (parent != null) {
            parent.leaf = false;
        }
        open.push(new Element(path));
        return !leaves.isTooMuch(open.size());
    }

    private void end() {
        var element = open.pop();
        if (element.leaf && !element.path.isEmpty()) {
            leaves.add(element.path, element.text.toString());
        }
    }

    private static class Element {
        private final String path;
        private final StringBuilder text = new StringBuilder();
        private boolean leaf = true;

        Element(String path) {
            this.path = path;
        }
    }
}
