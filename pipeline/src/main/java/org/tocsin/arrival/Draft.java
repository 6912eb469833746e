package org.tocsin.arrival;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.IntakeResult;

/**
 * An item as its format gives it, not checked yet; null stands for what it does not give.
 *
 * @param id identifier that stays the same when the item comes again
 * @param title headline, plain text
 * @param text body, plain text with an empty line between paragraphs
 * @param publishedAt when it was published
 * @param url address of the article
 * @param source name of the outlet
 * @param language BCP 47 tag of its language
 */
public record Draft(
        @Nullable String id,
        @Nullable String title,
        @Nullable String text,
        @Nullable Instant publishedAt,
        @Nullable String url,
        @Nullable String source,
        @Nullable String language) {
    private static final ArticleIntake INTAKE = new ArticleIntake();

    /**
     * The article, or what is wrong with it.
     *
     * @param where place of the item in its input
     */
    public Arrival checked(String where) {
        IntakeResult result = INTAKE.check(strip(id), title, text, publishedAt, strip(url), strip(source));
        return result instanceof IntakeResult.Accepted accepted
                ? new Arrival.Found(accepted.article(), primaryLanguage())
                : Arrival.refused(where, ((IntakeResult.Rejected) result).message());
    }

    private @Nullable String primaryLanguage() {
        String tag = strip(language);
        return tag == null || tag.isEmpty() ? null : tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static @Nullable String strip(@Nullable String value) {
        return value == null ? null : value.strip();
    }
}
