package org.tocsin.arrival.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * XML as a tree, read without any entity or file from outside: a document that declares entities is refused, a document type is
 * passed over and nothing is fetched for it. Elements bear their local names.
 */
public final class XmlTree {
    private XmlTree() {}

    /**
     * The root element of a document.
     *
     * @throws Unreadable with the line, if it is not well formed, declares entities, or is over {@link Limits}
     */
    public static Element parse(String xml) throws Unreadable {
        Builder builder = new Builder();
        try {
            XMLReader reader = reader();
            reader.setContentHandler(builder);
            reader.setErrorHandler(builder);
            reader.setEntityResolver(builder);
            reader.setProperty("http://xml.org/sax/properties/declaration-handler", builder);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", builder);
            reader.parse(new InputSource(new StringReader(xml)));
        } catch (SAXParseException e) {
            throw new Unreadable(
                    "it is not well-formed XML (column " + e.getColumnNumber() + "): " + words(e), e.getLineNumber());
        } catch (SAXException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), builder.line());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("A text in memory cannot be read as XML", e);
        }
        return builder.root().orElseThrow(() -> new Unreadable("it holds no element"));
    }

    private static XMLReader reader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setXIncludeAware(false);
        return factory.newSAXParser().getXMLReader();
    }

    /** The kind of fault; the parser's own words quote names of the document. */
    private static String words(SAXParseException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("must be terminated by the matching end-tag") || message.contains("same entity")) {
            return "an element is not closed; the document may be cut off";
        }
        if (message.contains("entity") && message.contains("referenced")) {
            return "it uses an entity that it does not declare";
        }
        return message.contains("prolog") ? "it does not begin with an element" : "its markup is broken there";
    }

    /** The child elements of a name. */
    public static Iterable<Element> children(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> child.tagName().equals(name))
                .toList();
    }

    /** The first element on a path of names below an element. */
    public static Optional<Element> at(Element from, String... path) {
        Optional<Element> found = Optional.of(from);
        for (String name : path) {
            found = found.flatMap(parent -> parent.children().stream()
                    .filter(child -> child.tagName().equals(name))
                    .findFirst());
        }
        return found;
    }

    /** The text on a path of names below an element, on one line; null where it is absent or blank. */
    public static @Nullable String text(Element from, String... path) {
        return at(from, path).map(Element::text).filter(text -> !text.isBlank()).orElse(null);
    }

    /** An attribute; null where it is absent or blank. */
    public static @Nullable String attribute(Element element, String name) {
        String value = element.attr(name);
        return value.isBlank() ? null : value;
    }

    private static final class Builder extends DefaultHandler2 {
        private final Document document = new Document("");
        private Element open = document;
        private int depth;
        private int elements;
        private @Nullable Locator locator;

        Optional<Element> root() {
            return document.children().stream().findFirst();
        }

        int line() {
            return locator == null ? 0 : Math.max(0, locator.getLineNumber());
        }

        @Override
        public void setDocumentLocator(Locator at) {
            locator = at;
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes)
                throws SAXException {
            depth++;
            elements++;
            if (depth > Limits.XML_DEPTH) {
                throw new SAXException("its elements are nested deeper than " + Limits.XML_DEPTH + "; refused");
            }
            if (elements > Limits.XML_ELEMENTS) {
                throw new SAXException("it has more than " + Limits.XML_ELEMENTS + " elements; split it");
            }
            Element element = new Element(local);
            for (int i = 0; i < attributes.getLength(); i++) {
                element.attr(attributes.getQName(i), attributes.getValue(i));
            }
            open.appendChild(element);
            open = element;
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            depth--;
            Element parent = open.parent();
            open = parent == null ? document : parent;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            open.appendChild(new TextNode(new String(characters, start, length)));
        }

        /** A named character of HTML, which documents use without declaring it where their document type is elsewhere. */
        @Override
        public void skippedEntity(String name) {
            open.appendChild(new TextNode(Entities.getByName(name)));
        }

        @Override
        public void internalEntityDecl(String name, String value) throws SAXException {
            throw entities();
        }

        @Override
        public void externalEntityDecl(String name, @Nullable String publicId, String systemId) throws SAXException {
            throw entities();
        }

        private static SAXException entities() {
            return new SAXException(
                    "it declares entities (<!ENTITY ...>), which are refused for safety; write the characters themselves");
        }

        @Override
        public InputSource resolveEntity(
                @Nullable String name, @Nullable String publicId, @Nullable String base, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
