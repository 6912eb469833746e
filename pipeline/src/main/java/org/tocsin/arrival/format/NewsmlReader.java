package org.tocsin.arrival.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.ItemReader;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.text.Characters;
import org.tocsin.arrival.text.MarkupText;
import org.tocsin.arrival.text.Times;
import org.tocsin.arrival.text.XmlTree;

/** Reads NewsML-G2: one news item, or a message of many, with their text inline as XHTML, NITF or plain text. */
public final class NewsmlReader implements ItemReader {
    private static final Set<String> OTHER_ITEMS =
            Set.of("packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

    @Override
    public void read(String name, InputStream in, Consumer<Arrival> to) throws IOException, Unreadable {
        Element root = XmlTree.parse(Characters.xml(Characters.whole(in), null));
        if (root.tagName().equals("newsItem")) {
            to.accept(item(name, root));
        } else if (root.tagName().equals("newsMessage")) {
            message(name, root, to);
        } else if (OTHER_ITEMS.contains(root.tagName())) {
            throw new Unreadable(
                    "it is a NewsML-G2 item without a text of its own (package, concept ...); give newsItem");
        } else {
            throw new Unreadable("it is no NewsML-G2: its first element is neither newsItem nor newsMessage");
        }
    }

    private static void message(String name, Element message, Consumer<Arrival> to) throws Unreadable {
        int number = 0;
        for (Element set : XmlTree.children(message, "itemSet")) {
            for (Element item : set.children()) {
                number++;
                if (number > Limits.ITEMS) {
                    throw new Unreadable("it has more than " + Limits.ITEMS + " items; split it");
                }
                String where = name + " item " + number;
                to.accept(
                        item.tagName().equals("newsItem")
                                ? item(where, item)
                                : Arrival.refused(where, "it is no newsItem, so it has no text of its own"));
            }
        }
        if (number == 0) {
            throw new Unreadable("its itemSet holds no item");
        }
    }

    private static Arrival item(String where, Element item) {
        try {
            return draft(item).checked(where);
        } catch (Unreadable e) {
            return Arrival.refused(where, e.reason());
        }
    }

    private static Draft draft(Element item) throws Unreadable {
        requireUsable(item);
        Optional<Element> content = XmlTree.at(item, "contentMeta");
        return new Draft(
                XmlTree.attribute(item, "guid"),
                headline(item),
                text(item),
                publishedAt(item),
                url(item),
                outlet(item),
                language(item, content));
    }

    private static void requireUsable(Element item) throws Unreadable {
        String kind = code(item, "itemMeta", "itemClass");
        if (kind != null && !kind.endsWith(":text")) {
            throw new Unreadable("its class is not text (picture, video, graphic ...), so it has nothing to code");
        }
        String status = code(item, "itemMeta", "pubStatus");
        if (status != null && !status.endsWith(":usable")) {
            throw new Unreadable("its publication status is not usable (withheld or canceled), so it is not published");
        }
    }

    private static @Nullable String code(Element item, String... path) {
        return XmlTree.at(item, path).map(at -> XmlTree.attribute(at, "qcode")).orElse(null);
    }

    private static @Nullable String headline(Element item) {
        String headline = XmlTree.text(item, "contentMeta", "headline");
        return headline == null ? XmlTree.text(item, "itemMeta", "title") : headline;
    }

    private static String text(Element item) throws Unreadable {
        Element set = XmlTree.at(item, "contentSet")
                .orElseThrow(() -> new Unreadable("it has no contentSet; its text must be inline"));
        for (Element inline : XmlTree.children(set, "inlineXML")) {
            return XmlTree.at(inline, "nitf", "body", "body.content")
                    .or(() -> XmlTree.at(inline, "html", "body"))
                    .map(MarkupText::of)
                    .orElseGet(() -> MarkupText.of(inline));
        }
        for (Element inline : XmlTree.children(set, "inlineData")) {
            String type = inline.attr("contenttype");
            return type.startsWith("text/html")
                    ? MarkupText.ofHtml(inline.wholeText())
                    : MarkupText.ofPlain(inline.wholeText());
        }
        throw new Unreadable(
                "its text is not inline but elsewhere (remoteContent); give items with inlineXML or inlineData");
    }

    /** When the text was written, else when the item or this version of it was made: what its relative dates count from. */
    private static @Nullable Instant publishedAt(Element item) throws Unreadable {
        String[][] places = {
            {"contentMeta", "contentCreated"}, {"itemMeta", "firstCreated"}, {"itemMeta", "versionCreated"}
        };
        for (String[] place : places) {
            Instant read = Times.parse(XmlTree.text(item, place), place[1]);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    private static @Nullable String url(Element item) {
        for (Element link : XmlTree.children(XmlTree.at(item, "itemMeta").orElse(item), "link")) {
            String address = link.attr("href");
            if (address.matches("https?://\\S+") && link.attr("rel").matches(".*(alternate|canonical|seeAlso).*")) {
                return address;
            }
        }
        return null;
    }

    private static @Nullable String outlet(Element item) {
        for (String[] place : new String[][] {
            {"contentMeta", "infoSource"}, {"itemMeta", "provider"}, {"rightsInfo", "copyrightHolder"}
        }) {
            Optional<Element> found = XmlTree.at(item, place);
            String name = found.map(at -> XmlTree.text(at, "name")).orElse(null);
            String literal = found.map(at -> XmlTree.attribute(at, "literal")).orElse(null);
            if (name != null || literal != null) {
                return name != null ? name : literal;
            }
        }
        return null;
    }

    private static @Nullable String language(Element item, Optional<Element> content) {
        String tag = content.flatMap(at -> XmlTree.at(at, "language"))
                .map(at -> XmlTree.attribute(at, "tag"))
                .orElse(null);
        return tag == null ? XmlTree.attribute(item, "xml:lang") : tag;
    }
}
