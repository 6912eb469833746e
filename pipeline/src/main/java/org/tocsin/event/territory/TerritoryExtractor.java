package org.tocsin.event.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.Spans;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Place;
import org.tocsin.schema.TerritoryChange;
import org.tocsin.schema.TerritoryChangeKind;

/** Finds changes of control over a place: a verb of taking, leaving or approaching, its actor before it and its place. */
public final class TerritoryExtractor implements EventExtractor<TerritoryChange> {
    private static final Map<String, TerritoryChangeKind> VERBS = Map.of(
            "capture", TerritoryChangeKind.CAPTURE,
            "seize", TerritoryChangeKind.CAPTURE,
            "recapture", TerritoryChangeKind.RECAPTURE,
            "retake", TerritoryChangeKind.RECAPTURE,
            "advance", TerritoryChangeKind.ADVANCE,
            "withdraw", TerritoryChangeKind.WITHDRAW,
            "besiege", TerritoryChangeKind.BESIEGE);

    @Override
    public List<TerritoryChange> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "territory");
        ActPlaces places = new ActPlaces(document);
        ActDates dates = new ActDates(document);
        List<TerritoryChange> events = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                TerritoryChangeKind change = token.tag().startsWith("VB") ? VERBS.get(token.lemma()) : null;
                Anchored<Place> place = change == null ? null : places.inSentence(sentence, token.index());
                Anchored<Actor> actor = change == null ? null : actor(document, sentence, token.index());
                if (change != null && place != null && actor != null) {
                    Spans spans = new Spans()
                            .add("change", Anchored.at(sentence, token.index(), token.index() + 1, change))
                            .add("actor", actor);
                    EventHead head = new EventHead(
                            document.article(),
                            List.of(sentence.text()),
                            spans,
                            place,
                            dates.of(sentence, token.index()),
                            List.of(),
                            OntologyCodes.of("territory", change),
                            0.5,
                            "territory-verb");
                    events.add(head.fill(TerritoryChange.newBuilder()
                            .setEventId(ids.next(
                                    change,
                                    place.value().getName(),
                                    actor.value().getName()))
                            .setArticleId(document.article().id())
                            .setActor(actor.value())
                            .setChange(change)
                            .setStatus(EventStatus.OCCURRED)
                            .build()));
                }
            }
        }
        return events;
    }

    private static @Nullable Anchored<Actor> actor(Document document, Sentence sentence, int before) {
        return sentence.mentions(ActorMention.class)
                .filter(mention -> mention.to() <= before)
                .reduce((first, second) -> second)
                .map(mention -> Actors.of(document, sentence, mention))
                .orElse(null);
    }
}
