package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.event.Counts;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.Spans;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;

/** Finds tolls of people. */
public final class CasualtyExtractor implements EventExtractor<Casualty> {
    @Override
    public List<Casualty> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "casualty");
        List<Casualty> events = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            sentence.tokens().stream()
                    .filter(token ->
                            token.tag().startsWith("VB") && token.lemma().equals("kill"))
                    .findFirst()
                    .ifPresent(verb -> sentence.mentions(CountMention.class)
                            .filter(mention -> mention.role() == CountRole.PLAIN)
                            .findFirst()
                            .ifPresent(mention -> {
                                Anchored<Count> killed = Counts.of(document, sentence, mention);
                                EventHead head = new EventHead(
                                        document.article(),
                                        List.of(sentence.text()),
                                        new Spans().add("killed", killed),
                                        new ActPlaces(document).of(sentence, verb.index()),
                                        new ActDates(document).of(sentence, verb.index()),
                                        List.of(),
                                        OntologyCodes.NONE,
                                        0.5,
                                        "killed-count");
                                events.add(head.fill(Casualty.newBuilder()
                                        .setEventId(ids.next(killed.value().getBest()))
                                        .setArticleId(document.article().id())
                                        .setKilled(killed.value())
                                        .setStatus(EventStatus.OCCURRED)
                                        .build()));
                            }));
        }
        return events;
    }
}
