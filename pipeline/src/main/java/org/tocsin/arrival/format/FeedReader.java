package org.tocsin.arrival.format;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.ItemReader;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.text.Characters;
import org.tocsin.arrival.text.MarkupText;
import org.tocsin.arrival.text.XmlTree;

/** Reads RSS 0.9 to 2.0 and Atom. */
public final class FeedReader implements ItemReader {
    private static final Set<String> ROOTS = Set.of("rss", "RDF", "feed");
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

    @Override
    public void read(String name, InputStream in, Consumer<Arrival> to) throws IOException, Unreadable {
        for (FeedItem item : items(name, Characters.whole(in), null)) {
            to.accept(item.draft().checked(item.where()));
        }
    }

    /**
     * The items of a feed in its order.
     *
     * @param name path or address of the feed
     * @param charset character set that the transport named; null where it named none
     * @throws Unreadable if it is no feed; says what it seems to be
     */
    public static List<FeedItem> items(String name, byte[] bytes, @Nullable String charset) throws Unreadable {
        String xml = Characters.xml(bytes, charset);
        if (looksLikePage(xml)) {
            throw new Unreadable("it is a page (HTML), not a feed; give the address of the RSS or Atom feed");
        }
        Element root = XmlTree.parse(xml);
        if (!ROOTS.contains(root.tagName())) {
            throw new Unreadable("it is no feed: its first element is neither rss, RDF nor feed");
        }
        SyndFeed feed = build(xml);
        if (feed.getEntries().size() > Limits.ITEMS) {
            throw new Unreadable("it has more than " + Limits.ITEMS + " items; split it");
        }
        String language = feed.getLanguage() == null ? XmlTree.attribute(root, "xml:lang") : feed.getLanguage();
        List<FeedItem> items = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            items.add(item(name + " item " + (items.size() + 1), name, feed, entry, language));
        }
        return items;
    }

    private static boolean looksLikePage(String text) {
        String head =
                text.substring(0, Math.min(text.length(), 1000)).stripLeading().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html");
    }

    private static SyndFeed build(String xml) throws Unreadable {
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setXmlHealerOn(false);
        input.setAllowDoctypes(true); // the tree above has refused all that a document type could do
        try {
            return input.build(new StringReader(xml));
        } catch (FeedException | IllegalArgumentException e) {
            throw new Unreadable("it is no RSS or Atom of a kind that can be read ("
                    + e.getClass().getSimpleName() + "); check it with a feed validator");
        }
    }

    private static FeedItem item(String where, String name, SyndFeed feed, SyndEntry entry, @Nullable String language) {
        String summary = entry.getDescription() == null ? "" : plain(entry.getDescription());
        String body = entry.getContents().stream().map(FeedReader::plain).collect(Collectors.joining("\n\n"));
        boolean whole = body.length() > summary.length();
        Draft draft = new Draft(
                id(name, feed, entry),
                MarkupText.line(entry.getTitle()),
                whole ? body : summary,
                publishedAt(entry),
                address(entry.getLink()),
                MarkupText.line(outlet(feed, entry)),
                language);
        return new FeedItem(where, draft, whole ? FeedItem.Extent.WHOLE : FeedItem.Extent.SUMMARY);
    }

    private static String plain(SyndContent content) {
        String value = content.getValue();
        if (value == null) {
            return "";
        }
        return "text".equals(content.getType()) || "text/plain".equals(content.getType())
                ? MarkupText.ofPlain(value)
                : MarkupText.ofHtml(value);
    }

    /** The guid or id; where it is no URI of its own, behind the feed's address, since other feeds may use the same. */
    private static @Nullable String id(String name, SyndFeed feed, SyndEntry entry) {
        String guid = entry.getUri();
        if (guid == null || guid.isBlank()) {
            return address(entry.getLink());
        }
        if (URI.matcher(guid.strip()).matches()) {
            return guid;
        }
        String home = address(feed.getLink());
        return (home == null ? name : home) + "#" + guid.strip();
    }

    private static @Nullable Instant publishedAt(SyndEntry entry) {
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String outlet(SyndFeed feed, SyndEntry entry) {
        SyndFeed source = entry.getSource();
        return source != null && source.getTitle() != null ? source.getTitle() : feed.getTitle();
    }

    private static @Nullable String address(@Nullable String link) {
        return link != null && URI.matcher(link.strip()).matches() ? link.strip() : null;
    }
}
