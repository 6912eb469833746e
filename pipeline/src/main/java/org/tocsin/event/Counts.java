package org.tocsin.event;

import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Sentence;
import org.tocsin.schema.Count;

/** Turns numbers of the text into the counts of events. */
public final class Counts {
    private Counts() {}

    /** The count that a number gives, with its words. */
    public static Anchored<Count> of(Document document, Sentence sentence, CountMention mention) {
        String words = document.text(sentence.startOf(mention.from()), sentence.endOf(mention.to()));
        return Anchored.at(
                sentence,
                mention,
                new Count(whole(mention.best()), whole(mention.low()), whole(mention.high()), mention.bound(), words));
    }

    /** A figure as the schema holds it: figures of people and weapons beyond its range do not occur and are cut to it. */
    private static @Nullable Integer whole(@Nullable Long figure) {
        return figure == null ? null : (int) Math.min(Integer.MAX_VALUE, figure);
    }
}
