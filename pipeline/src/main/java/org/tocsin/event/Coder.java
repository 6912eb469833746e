package org.tocsin.event;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Annotator;
import org.tocsin.document.Document;

/**
 * Codes articles: annotates them, runs the extractors of all event types and links the events that belong together. One for each
 * thread, since annotators are not thread-safe. The same article always gives the same events.
 */
public final class Coder {
    private final Annotator annotator;
    private final List<? extends EventExtractor<?>> extractors;

    /**
     * A coder of the given event types.
     *
     * @param annotator used by this coder alone
     * @param types the event types to extract
     */
    public Coder(Annotator annotator, List<EventType<?>> types) {
        this.annotator = annotator;
        this.extractors = types.stream().map(type -> type.extractor().get()).toList();
    }

    /** The events of an article, those of one type in the order of their best evidence; empty where it reports none. */
    public List<SpecificRecord> code(NewsArticle article) {
        return code(annotator.annotate(article));
    }

    /** The events of an annotated article. */
    public List<SpecificRecord> code(Document document) {
        List<SpecificRecord> events = new ArrayList<>();
        for (EventExtractor<?> extractor : extractors) {
            events.addAll(extractor.extract(document));
        }
        List<SpecificRecord> linked = TollLinks.link(events);
        linked.forEach(Confidence::fill);
        return linked;
    }
}
