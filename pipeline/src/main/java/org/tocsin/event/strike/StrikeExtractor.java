package org.tocsin.event.strike;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.Spans;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.Strike;

/** Finds violent attacks delivered with weapons. */
public final class StrikeExtractor implements EventExtractor<Strike> {
    private static final KnowledgeTable TRIGGERS =
            KnowledgeTable.load(StrikeExtractor.class, "strike-triggers.tsv", "lemma", "part", "method");

    @Override
    public List<Strike> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "strike");
        ActPlaces places = new ActPlaces(document);
        List<Strike> events = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            sentence.tokens()
                    .forEach(token -> TRIGGERS.rows().stream()
                            .filter(row -> row.required("lemma").equals(token.lemma())
                                    && token.tag().startsWith(row.required("part")))
                            .findFirst()
                            .ifPresent(row -> {
                                Anchored<Place> place = places.inSentence(sentence, token.index());
                                if (place != null) {
                                    Method method = row.constant("method", Method.class);
                                    Spans spans = new Spans()
                                            .add(
                                                    "method",
                                                    Anchored.at(sentence, token.index(), token.index() + 1, token));
                                    EventHead head = new EventHead(
                                            document.article(),
                                            List.of(sentence.text()),
                                            spans,
                                            place,
                                            new ActDates(document).of(sentence, token.index()),
                                            List.of(),
                                            OntologyCodes.of("strike", method),
                                            0.5,
                                            row.required("lemma"));
                                    events.add(head.fill(Strike.newBuilder()
                                            .setEventId(ids.next(place.value().getName(), method))
                                            .setArticleId(document.article().id())
                                            .setMethod(method)
                                            .setStatus(EventStatus.OCCURRED)
                                            .build()));
                                }
                            }));
        }
        return events;
    }
}
