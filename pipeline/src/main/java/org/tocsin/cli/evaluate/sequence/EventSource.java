package org.tocsin.cli.evaluate.sequence;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;

/** Where the events of a report come from: the coder, or the truth where resolution alone is judged. */
@FunctionalInterface
public interface EventSource {
    /** The events of a report. */
    List<? extends SpecificRecord> of(NewsArticle report);
}
