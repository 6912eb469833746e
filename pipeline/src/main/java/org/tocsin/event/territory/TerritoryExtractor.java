package org.tocsin.event.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActStatus;
import org.tocsin.event.Anchored;
import org.tocsin.event.Attributions;
import org.tocsin.event.CueTable;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.Spans;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Place;
import org.tocsin.schema.TerritoryChange;
import org.tocsin.schema.TerritoryChangeKind;

/** Finds changes of control over a place: who took, approached, left or surrounded it. Fighting near a place is none. */
public final class TerritoryExtractor implements EventExtractor<TerritoryChange> {
    private record Reading(
            Sentence sentence,
            CueTable.Cue<TerritoryVerb> verb,
            TerritoryChangeKind change,
            Anchored<Place> place,
            Anchored<Actor> actor,
            Anchored<EventStatus> status,
            List<Anchored<Attribution>> attribution) {
        String key() {
            String whose = actor.value().getCountry() != null
                    ? actor.value().getCountry()
                    : actor.value().getName();
            return change + "|" + place.value().getName() + "|" + whose;
        }
    }

    @Override
    public List<TerritoryChange> extract(Document document) {
        Map<String, List<Reading>> merged = new LinkedHashMap<>();
        for (Sentence sentence : document.sentences()) {
            for (CueTable.Cue<TerritoryVerb> verb : TerritoryVerb.TABLE.find(sentence)) {
                for (Reading reading : readings(document, sentence, verb)) {
                    merged.computeIfAbsent(reading.key(), key -> new ArrayList<>())
                            .add(reading);
                }
            }
        }
        EventIds ids = new EventIds(document.article().id(), "territory");
        return merged.values().stream().map(same -> event(document, same, ids)).toList();
    }

    private static List<Reading> readings(Document document, Sentence sentence, CueTable.Cue<TerritoryVerb> verb) {
        List<PlaceMention> places = ChangedPlaces.of(sentence, verb);
        Anchored<Actor> actor = places.isEmpty() ? null : new Holders(document).of(sentence, verb);
        Anchored<EventStatus> status = actor == null ? null : ActStatus.of(document, sentence, verb.from(), verb.to());
        if (actor == null || status == null) {
            return List.of();
        }
        List<Anchored<Attribution>> said = new Attributions(document).of(sentence);
        List<Reading> readings = new ArrayList<>();
        for (PlaceMention place : places) {
            readings.add(new Reading(
                    sentence,
                    verb,
                    change(sentence, verb, actor.value(), place.place()),
                    Anchored.at(sentence, place, place.place()),
                    actor,
                    status.value() == EventStatus.OCCURRED && isOwnSuccess(actor.value(), said)
                            ? status.map(told -> EventStatus.CLAIMED)
                            : status,
                    said));
        }
        return readings;
    }

    /** To liberate one's own land is to recapture it; an invader who says so has captured it. */
    private static TerritoryChangeKind change(
            Sentence sentence, CueTable.Cue<TerritoryVerb> verb, Actor actor, Place place) {
        boolean freed = sentence.tokens().get(verb.from()).lemma().equals("liberate");
        boolean own = actor.getCountry() != null && actor.getCountry().equals(place.getCountry());
        return freed && own ? TerritoryChangeKind.RECAPTURE : verb.meaning().change();
    }

    private static boolean isOwnSuccess(Actor actor, List<Anchored<Attribution>> attribution) {
        return attribution.stream()
                .map(said -> said.value().getSpeaker())
                .anyMatch(speaker -> speaker.getName().equals(actor.getName())
                        || speaker.getCountry() != null && speaker.getCountry().equals(actor.getCountry()));
    }

    private static TerritoryChange event(Document document, List<Reading> same, EventIds ids) {
        Reading first = same.get(0);
        Spans spans = new Spans()
                .add(
                        "change",
                        Anchored.at(
                                first.sentence(),
                                first.verb().from(),
                                first.verb().to(),
                                first.change()))
                .add("actor", first.actor())
                .add("status", first.status());
        Set<String> evidence = new LinkedHashSet<>();
        same.forEach(reading -> evidence.add(reading.sentence().text()));
        EventHead head = new EventHead(
                document.article(),
                List.copyOf(evidence),
                spans,
                first.place(),
                new ActDates(document).of(first.sentence(), first.verb().from()),
                first.attribution(),
                OntologyCodes.of("territory", first.change()),
                first.verb().meaning().form() == TerritoryVerb.Form.OBJECT ? 0.7 : 0.55,
                "territory-" + first.verb().meaning().form().name().toLowerCase(Locale.ROOT));
        return head.fill(TerritoryChange.newBuilder()
                .setEventId(ids.next(
                        first.change(),
                        first.place().value().getName(),
                        first.actor().value().getName()))
                .setArticleId(document.article().id())
                .setActor(first.actor().value())
                .setChange(first.change())
                .setStatus(first.status().value())
                .build());
    }
}
