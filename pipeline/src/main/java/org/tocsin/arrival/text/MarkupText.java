package org.tocsin.arrival.text;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The plain text of markup (HTML, XHTML, NITF): paragraphs with an empty line between them, white space made single. */
public final class MarkupText {
    private static final Set<String> PARAGRAPHS = Set.of(
            "address",
            "article",
            "block",
            "blockquote",
            "body",
            "bq",
            "caption",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hl1",
            "hl2",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tr",
            "ul");

    /** Elements whose words are not the article's own: controls, pictures with their captions, links to other articles. */
    private static final Set<String> LEFT_OUT = Set.of(
            "aside",
            "audio",
            "button",
            "canvas",
            "figure",
            "form",
            "head",
            "iframe",
            "math",
            "media",
            "nav",
            "noscript",
            "object",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "video");

    private MarkupText() {}

    /** The text of an element. */
    public static String of(Element element) {
        Writer writer = new Writer(element);
        NodeTraversor.filter(writer, element);
        return writer.text();
    }

    /** The text of a fragment of HTML; text without markup keeps its paragraphs too. */
    public static String ofHtml(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? ofPlain(html)
                : of(Jsoup.parseBodyFragment(html).body());
    }

    /** A text without markup: single line ends stay, several part paragraphs. */
    public static String ofPlain(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[ \\t\\x0B\\f\\u00A0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{2,}", "\n\n")
                .strip();
    }

    /** The text of a fragment of HTML on one line; null stays null. */
    public static @Nullable String line(@Nullable String html) {
        return html == null ? null : ofHtml(html).replaceAll("\\s+", " ").strip();
    }

    private static final class Writer implements NodeFilter {
        private final Element root;
        private final StringBuilder text = new StringBuilder();
        private boolean space;
        private String lineEnds = "";

        Writer(Element root) {
            this.root = root;
        }

        String text() {
            return text.toString();
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                write(words.getWholeText());
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (element != root && LEFT_OUT.contains(name)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (name.equals("br") && lineEnds.isEmpty()) {
                    lineEnds = "\n";
                } else if (name.equals("br") || PARAGRAPHS.contains(name)) {
                    lineEnds = "\n\n";
                } else if (name.equals("td") || name.equals("th")) {
                    space = true;
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && PARAGRAPHS.contains(element.normalName())) {
                lineEnds = "\n\n";
            }
            return FilterResult.CONTINUE;
        }

        private void write(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (Character.isWhitespace(c) || c == '\u00A0') {
                    space = true;
                } else {
                    part();
                    text.append(c);
                }
            }
        }

        /** Writes what stands between the words before and the next one. */
        private void part() {
            if (text.length() > 0) {
                text.append(lineEnds.isEmpty() ? (space ? " " : "") : lineEnds);
            }
            space = false;
            lineEnds = "";
        }
    }
}
