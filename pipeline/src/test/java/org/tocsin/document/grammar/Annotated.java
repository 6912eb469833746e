package org.tocsin.document.grammar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.opennlp.NewsAnnotator;

/** Texts annotated with counts and dates, for the tests of this package. */
final class Annotated {
    private static final NewsAnnotator ANNOTATOR = new NewsAnnotator(List.of(new CountFinder(), new DateFinder()));

    private Annotated() {}

    static Document text(String text, @Nullable LocalDate published) {
        return ANNOTATOR.annotate(new NewsArticle(
                "test",
                "",
                text,
                published == null
                        ? null
                        : published.atStartOfDay(ZoneOffset.UTC).toInstant(),
                null,
                null));
    }

    static <M extends Mention> List<M> mentions(Document document, Class<M> kind) {
        return document.sentences().stream().flatMap(s -> s.mentions(kind)).toList();
    }
}
