package org.tocsin.arrival.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;

/** Finds the article of a page of HTML: its main text without menus, advertisements and links to others. */
public final class MainText {
    /** The library wants an address to complete links with; no link is kept, and that of the page may be no address. */
    private static final String ANY_ADDRESS = "http://page.invalid/";

    /** Shortest text that counts as an article, in characters. */
    static final int SHORTEST = 80;

    private MainText() {}

    /**
     * The article of a page.
     *
     * @param html its bytes
     * @param charset character set that the transport named; null where it named none
     * @throws Unreadable if it is too large or holds no main text
     */
    public static Page of(byte[] html, @Nullable String charset) throws Unreadable {
        if (html.length > Limits.PAGE_BYTES) {
            throw new Unreadable("the page is larger than " + Limits.PAGE_BYTES / (1024 * 1024)
                    + " MB; give the text of the article itself");
        }
        Document page = parse(html, charset);
        if (page.getAllElements().size() > Limits.PAGE_ELEMENTS) {
            throw new Unreadable("the page has more than " + Limits.PAGE_ELEMENTS
                    + " elements; give the text of the article itself");
        }
        PageFacts facts = PageFacts.of(page);
        String text = withoutHeadline(text(page), facts.title());
        if (text.length() < SHORTEST) {
            throw new Unreadable("no main text was found on the page; give the text of the article itself");
        }
        return new Page(facts.title(), text, facts.publishedAt(), facts.site(), facts.language());
    }

    private static Document parse(byte[] html, @Nullable String charset) throws Unreadable {
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), charset, ANY_ADDRESS);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return parse(html, null); // then the page's own word counts
        } catch (IOException e) {
            throw new Unreadable("the page cannot be read as HTML; give the text of the article itself");
        }
    }

    private static String text(Document page) {
        // the library changes what it is given
        Article found = new Readability4J(ANY_ADDRESS, page.clone()).parse();
        Element content = found.getArticleContent();
        String text = content == null ? "" : MarkupText.of(content);
        Element article = page.selectFirst("article, main");
        return text.length() < SHORTEST && article != null ? MarkupText.of(article) : text;
    }

    private static String withoutHeadline(String text, @Nullable String title) {
        return title != null && text.startsWith(title + "\n")
                ? text.substring(title.length()).strip()
                : text;
    }
}
