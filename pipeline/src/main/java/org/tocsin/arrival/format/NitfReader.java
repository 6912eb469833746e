package org.tocsin.arrival.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.ItemReader;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.text.Characters;
import org.tocsin.arrival.text.MarkupText;
import org.tocsin.arrival.text.Times;
import org.tocsin.arrival.text.XmlTree;

/** Reads NITF 3.x, one article a document. */
public final class NitfReader implements ItemReader {
    @Override
    public void read(String name, InputStream in, Consumer<Arrival> to) throws IOException, Unreadable {
        Element root = XmlTree.parse(Characters.xml(Characters.whole(in), null));
        if (!root.tagName().equals("nitf")) {
            throw new Unreadable("it is no NITF: its first element is not nitf");
        }
        to.accept(draft(name, root).checked(name));
    }

    private static Draft draft(String name, Element nitf) throws Unreadable {
        Optional<Element> facts = XmlTree.at(nitf, "head", "docdata");
        Optional<Element> paper = XmlTree.at(nitf, "head", "pubdata");
        String id = attribute(facts, "doc-id", "id-string");
        String issued = attribute(facts, "date.issue", "norm");
        String holder = attribute(facts, "doc.copyright", "holder");
        String distributor = XmlTree.text(nitf, "body", "body.head", "distributor");
        String paperName = paper.map(at -> XmlTree.attribute(at, "name")).orElse(null);
        String address = paper.map(at -> XmlTree.attribute(at, "ex-ref")).orElse(null);
        return new Draft(
                id == null ? FileNames.stem(name) : id,
                headline(nitf),
                XmlTree.at(nitf, "body", "body.content").map(MarkupText::of).orElse(null),
                Times.parse(issued, "date.issue"),
                address != null && address.matches("https?://\\S+") ? address : null,
                first(paperName, distributor, holder),
                XmlTree.attribute(nitf, "xml:lang"));
    }

    private static @Nullable String attribute(Optional<Element> facts, String element, String attribute) {
        return facts.flatMap(at -> XmlTree.at(at, element))
                .map(at -> XmlTree.attribute(at, attribute))
                .orElse(null);
    }

    private static @Nullable String headline(Element nitf) {
        return first(XmlTree.text(nitf, "body", "body.head", "hedline", "hl1"), XmlTree.text(nitf, "head", "title"));
    }

    private static @Nullable String first(@Nullable String... values) {
        return Stream.of(values).filter(value -> value != null).findFirst().orElse(null);
    }
}
