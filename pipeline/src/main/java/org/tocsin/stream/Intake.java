package org.tocsin.stream;

import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;

/** What came in with one record of the articles' topic. */
sealed interface Intake {
    /**
     * An article to be coded.
     *
     * @param article the article
     * @param raw the record as it came
     */
    record Submitted(NewsArticle article, RawRecord raw) implements Intake {}

    /**
     * The article of the key is to be deleted.
     *
     * @param raw the record as it came
     */
    record Deleted(RawRecord raw) implements Intake {}

    /** The record cannot be used. */
    record Unusable(DeadLetter letter) implements Intake {}

    /**
     * A record as it came.
     *
     * @param origin where it stands
     * @param key its key
     * @param value its value; null deletes
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
    record RawRecord(DeadLetter.Origin origin, byte @Nullable [] key, byte @Nullable [] value) {
        /** This record as a dead letter. */
        DeadLetter refused(DeadLetter.Reason reason, String message) {
            return new DeadLetter(reason, message, origin, key, value);
        }
    }
}
