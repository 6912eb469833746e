package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.Counts;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.Spans;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Interception;
import org.tocsin.schema.Method;

/** Finds what air defence brought down: a verb of interception, the weapons counted behind it and whose defence it was. */
public final class InterceptionExtractor implements EventExtractor<Interception> {
    private static final Set<String> VERBS = Set.of("intercept", "down", "shoot", "destroy");

    @Override
    public List<Interception> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "interception");
        List<Interception> events = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            sentence.tokens().stream()
                    .filter(token -> token.tag().startsWith("VB") && VERBS.contains(token.lemma()))
                    .findFirst()
                    .ifPresent(verb -> {
                        Interception event = event(document, sentence, verb, ids);
                        if (event != null) {
                            events.add(event);
                        }
                    });
        }
        return events;
    }

    private static @Nullable Interception event(Document document, Sentence sentence, Token verb, EventIds ids) {
        WeaponMention weapon = sentence.mentions(WeaponMention.class)
                .filter(mention -> mention.method() == Method.DRONE || mention.method() == Method.MISSILE)
                .findFirst()
                .orElse(null);
        if (weapon == null) {
            return null;
        }
        InterceptedKind what = weapon.method() == Method.DRONE ? InterceptedKind.UAV : InterceptedKind.MISSILE;
        Anchored<Count> count = sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN && mention.to() <= weapon.from())
                .reduce((first, second) -> second)
                .map(mention -> Counts.of(document, sentence, mention))
                .orElse(null);
        Anchored<Actor> by = sentence.mentions(ActorMention.class)
                .filter(mention -> mention.to() <= verb.index())
                .reduce((first, second) -> second)
                .map(mention -> Actors.of(document, sentence, mention))
                .orElse(null);
        Spans spans = new Spans()
                .add("what", Anchored.at(sentence, weapon, what))
                .add("count", count)
                .add("by", by);
        EventHead head = new EventHead(
                document.article(),
                List.of(sentence.text()),
                spans,
                new ActPlaces(document).of(sentence, verb.index()),
                new ActDates(document).of(sentence, verb.index()),
                List.of(),
                OntologyCodes.of("interception", what),
                0.5,
                "interception-verb");
        return head.fill(Interception.newBuilder()
                .setEventId(ids.next(what, by == null ? null : by.value().getName()))
                .setArticleId(document.article().id())
                .setBy(by == null ? null : by.value())
                .setWhat(what)
                .setCount(count == null ? null : count.value())
                .setStatus(EventStatus.CLAIMED)
                .build());
    }
}
