package org.tocsin.event;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Annotator;
import org.tocsin.document.Document;
import org.tocsin.document.StageWatch;

/**
 * Codes articles: annotates them, runs the extractors of all event types and links the events that belong together. One for each
 * thread, since annotators are not thread-safe. The same article always gives the same events.
 */
public final class Coder {
    private final Annotator annotator;
    private final StageWatch watch;
    private final List<Stage> stages;

    private record Stage(String name, EventExtractor<?> extractor) {}

    /**
     * A coder of the given event types.
     *
     * @param annotator used by this coder alone
     * @param types the event types to extract
     */
    public Coder(Annotator annotator, List<EventType<?>> types) {
        this(annotator, types, StageWatch.NONE);
    }

    /**
     * A coder whose work is watched.
     *
     * @param watch is around each extractor, by the name of its type
     */
    public Coder(Annotator annotator, List<EventType<?>> types, StageWatch watch) {
        this.annotator = annotator;
        this.watch = watch;
        this.stages = types.stream()
                .map(type -> new Stage(type.name(), type.extractor().get()))
                .toList();
    }

    /** The events of an article, those of one type in the order of their best evidence; empty where it reports none. */
    public List<SpecificRecord> code(NewsArticle article) {
        return code(annotator.annotate(article));
    }

    /** The events of an annotated article. */
    public List<SpecificRecord> code(Document document) {
        List<SpecificRecord> events = new ArrayList<>();
        for (Stage stage : stages) {
            events.addAll(watch.over(stage.name(), () -> stage.extractor().extract(document)));
        }
        List<SpecificRecord> linked = TollLinks.link(events);
        linked.forEach(Confidence::fill);
        return linked;
    }
}
