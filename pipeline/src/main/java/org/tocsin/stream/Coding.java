package org.tocsin.stream;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.ArticleReport;

/** What comes out of coding one article. */
sealed interface Coding {
    /**
     * An event that now stands, or no longer does.
     *
     * @param type name of its type
     * @param event the event; null where it is retracted
     */
    record Event(String type, @Nullable SpecificRecord event) implements Coding {}

    /** What the article says about one country. */
    record Report(ArticleReport report) implements Coding {}

    /** The article could not be coded. */
    record Failed(DeadLetter letter) implements Coding {}
}
