package org.tocsin.incident;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.EventEnvelope;

/**
 * What made a revision.
 *
 * @param articleId the article that came, changed or went
 * @param knownAt when that became known; null where it is not told
 * @param kind what happened to the article
 */
record Report(String articleId, @Nullable Instant knownAt, Kind kind) {
    /** What happened to an article. */
    enum Kind {
        PUBLISHED,
        CHANGED,
        WITHDRAWN
    }

    /** The cause that a report is. */
    static Report of(ArticleReport report, @Nullable ArticleReport former) {
        Kind kind = report.getEvents().isEmpty() ? Kind.WITHDRAWN : former == null ? Kind.PUBLISHED : Kind.CHANGED;
        Instant known = report.getKnownAt();
        if (known == null) {
            known = report.getEvents().stream()
                    .map(EventEnvelope::getReportedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
        return new Report(report.getArticleId(), known, kind);
    }

    /** The cause in words. */
    String words() {
        return switch (kind) {
            case PUBLISHED -> "article " + articleId + " was published";
            case CHANGED -> "article " + articleId + " was changed";
            case WITHDRAWN -> "article " + articleId + " no longer reports it";
        };
    }
}
