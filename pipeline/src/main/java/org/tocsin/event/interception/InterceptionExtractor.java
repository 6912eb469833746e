package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
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
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Interception;

/** Finds what air defence brought down: a verb of interception and the flying things counted beside it, one event for each kind. */
public final class InterceptionExtractor implements EventExtractor<Interception> {
    private static final int REACH = 22;
    private static final CueTable<Certainty> VERBS = CueTable.of(
            KnowledgeTable.load(InterceptionExtractor.class, "interception-verbs.tsv", "words", "certainty"),
            row -> Optional.ofNullable(row.constant("certainty", Certainty.class))
                    .orElseThrow(() -> row.error("certainty is empty")));

    private enum Certainty {
        SURE,
        WITH_DEFENCE
    }

    private record Reading(
            Sentence sentence,
            CueTable.Cue<Certainty> verb,
            FlyingThing thing,
            DownedCounts counts,
            @Nullable Anchored<Actor> by,
            EventStatus status,
            List<Anchored<Attribution>> attribution) {
        String key() {
            Actor actor = by == null ? null : by.value();
            String whose = actor == null ? "" : actor.getCountry() != null ? actor.getCountry() : actor.getName();
            return thing.what() + "|" + whose + "|"
                    + (counts.downed() == null ? "" : counts.downed().value().getBest());
        }
    }

    @Override
    public List<Interception> extract(Document document) {
        Map<String, List<Reading>> merged = new LinkedHashMap<>();
        for (Sentence sentence : document.sentences()) {
            for (CueTable.Cue<Certainty> verb : VERBS.find(sentence)) {
                for (Reading reading : readings(document, sentence, verb)) {
                    merged.computeIfAbsent(reading.key(), key -> new ArrayList<>())
                            .add(reading);
                }
            }
        }
        EventIds ids = new EventIds(document.article().id(), "interception");
        return merged.values().stream().map(same -> event(document, same, ids)).toList();
    }

    private static List<Reading> readings(Document document, Sentence sentence, CueTable.Cue<Certainty> verb) {
        Anchored<EventStatus> status = ActStatus.of(document, sentence, verb.from(), verb.to());
        if (status == null) {
            return List.of();
        }
        Map<InterceptedKind, Reading> byKind = new LinkedHashMap<>();
        Anchored<Actor> by = new Defender(document).of(sentence, verb.from(), verb.to());
        List<Anchored<Attribution>> said = new Attributions(document).of(sentence);
        for (FlyingThing thing : objects(sentence, verb)) {
            DownedCounts counts = DownedCounts.of(document, sentence, thing, verb.from(), verb.to());
            boolean sure = verb.meaning() == Certainty.SURE || counts.downed() != null && by != null;
            if (sure) {
                byKind.putIfAbsent(
                        thing.what(),
                        new Reading(sentence, verb, thing, counts, by, status(status.value(), by, said), said));
            }
        }
        return List.copyOf(byKind.values());
    }

    /** An army's own report of its success is a claim. */
    private static EventStatus status(
            EventStatus told, @Nullable Anchored<Actor> by, List<Anchored<Attribution>> attribution) {
        boolean own = by != null
                && attribution.stream()
                        .map(said -> said.value().getSpeaker())
                        .anyMatch(speaker -> speaker.getKind() == ActorKind.MILITARY
                                || speaker.getName().equals(by.value().getName())
                                || speaker.getCountry() != null
                                        && speaker.getCountry()
                                                .equals(by.value().getCountry()));
        return told == EventStatus.OCCURRED && own ? EventStatus.CLAIMED : told;
    }

    /** The flying things behind an active verb or before a passive one. */
    private static List<FlyingThing> objects(Sentence sentence, CueTable.Cue<Certainty> verb) {
        List<FlyingThing> all = FlyingThing.in(sentence);
        boolean participle =
                sentence.tokens().get(verb.from()).tag().equals("VBN") && !isPerfect(sentence, verb.from());
        List<FlyingThing> behind = all.stream()
                .filter(thing -> thing.from() >= verb.to() && thing.from() - verb.to() <= REACH)
                .toList();
        List<FlyingThing> before = all.stream()
                .filter(thing -> thing.to() <= verb.from() && verb.from() - thing.to() <= REACH)
                .toList();
        List<FlyingThing> first = participle ? before : behind;
        boolean passiveForm = sentence.tokens().get(verb.from()).tag().matches("VBN|VBD");
        if (!first.isEmpty()) {
            return first;
        }
        return participle ? behind : passiveForm ? before : List.of();
    }

    private static boolean isPerfect(Sentence sentence, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - 3); i--) {
            String word = sentence.tokens().get(i).lower();
            if (word.matches("has|have|had|'ve")) {
                return true;
            }
            if (word.matches("been|were|was|are|is")) {
                return false;
            }
        }
        return false;
    }

    private static Interception event(Document document, List<Reading> same, EventIds ids) {
        Reading first = same.get(0);
        Anchored<InterceptedKind> what = Anchored.at(
                first.sentence(),
                first.thing().from(),
                first.thing().to(),
                first.thing().what());
        DownedCounts counts = first.counts();
        Anchored<Actor> by = first.by();
        Spans spans = new Spans()
                .add("what", what)
                .add("count", counts.downed())
                .add("launched", counts.launched())
                .add("by", by);
        Set<String> evidence = new LinkedHashSet<>();
        same.forEach(reading -> evidence.add(reading.sentence().text()));
        EventHead head = new EventHead(
                document.article(),
                List.copyOf(evidence),
                spans,
                new ActPlaces(document).of(first.sentence(), first.verb().from()),
                new ActDates(document).of(first.sentence(), first.verb().from()),
                first.attribution(),
                OntologyCodes.of("interception", what.value()),
                first.verb().meaning() == Certainty.SURE && counts.downed() != null ? 0.8 : 0.6,
                "interception-" + (first.verb().meaning() == Certainty.SURE ? "verb" : "destruction"));
        return head.fill(Interception.newBuilder()
                .setEventId(
                        ids.next(what.value(), by == null ? null : by.value().getName()))
                .setArticleId(document.article().id())
                .setBy(by == null ? null : by.value())
                .setWhat(what.value())
                .setCount(counts.downed() == null ? null : counts.downed().value())
                .setLaunched(
                        counts.launched() == null ? null : counts.launched().value())
                .setStatus(first.status())
                .build());
    }
}
