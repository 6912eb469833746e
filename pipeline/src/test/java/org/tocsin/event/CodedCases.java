package org.tocsin.event;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.KnowledgeTable;

/** Sentences of our own with what is to be read from them, coded as articles of one day. */
public final class CodedCases {
    private static final Instant PUBLISHED = Instant.parse("2024-11-20T12:00:00Z");
    private static final Coder CODER = EnglishNews.coder();

    private CodedCases() {}

    /** The cases of a table beside a test class. */
    public static List<Case> of(Class<?> test) {
        return KnowledgeTable.load(test, "cases.tsv", "case", "text", "expected").rows().stream()
                .map(row -> new Case(row.required("case"), row.required("text"), row.cell("expected")))
                .toList();
    }

    /** One case; what is expected is empty where nothing may be found. */
    public record Case(String name, String text, String expected) {
        /** The events of one class that the text gives. */
        public <E extends SpecificRecord> List<E> events(Class<E> type) {
            return code(text).stream().filter(type::isInstance).map(type::cast).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The events of a text. */
    public static List<SpecificRecord> code(String text) {
        return code("", text, null);
    }

    /** The events of a text under a headline, published at an address. */
    public static synchronized List<SpecificRecord> code(String title, String text, @Nullable String url) {
        return CODER.code(new NewsArticle("case", title, text, PUBLISHED, url, null));
    }
}
