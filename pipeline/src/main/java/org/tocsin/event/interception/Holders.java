package org.tocsin.event.interception;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Place;

/**
 * Finds whose air defence it must have been where nobody is named: the other side of the sentence than the one whose drone it was,
 * else the state that holds the place. Never where an armed group of that state is told of, which may have brought it down.
 */
final class Holders {
    private static final Set<String> PHRASE_TAGS = Tags.like("JJ.?|NN.*|CD|POS|VBN|VBG|CC|HYPH|``|''");

    private static final Set<String> ENEMIES = Set.of("enemy", "hostile", "aggressor", "occupiers", "invaders");

    /** How many characters before a thing the name of its owner may stand. */
    private static final int OWNER_REACH = 40;

    /** How many characters behind a thing "of the enemy" may end. */
    private static final int ENEMY_REACH = 18;

    private static final CueTable<String> SHIPS = CueTable.of(
            KnowledgeTable.load(Holders.class, "ship-prefixes.tsv", "words", "country"),
            row -> row.required("country"));
    /** Divisions that another state than that of the gazetteer holds. */
    private static final Map<String, String> HELD_BY =
            KnowledgeTable.load(Holders.class, "held-divisions.tsv", "admin1", "country").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.required("admin1"), row -> row.required("country")));

    private final Document document;

    Holders(Document document) {
        this.document = document;
    }

    /** The ship that stands before a verb with the prefix of its navy: "USS Mason"; null where none does. */
    @Nullable
    Anchored<Actor> ship(Sentence sentence, int verb) {
        for (CueTable.Cue<String> prefix : SHIPS.find(sentence)) {
            int to = prefix.to();
            while (to < verb && sentence.tokens().get(to).tag().equals("NNP")) {
                to++;
            }
            if (to > prefix.to() && to <= verb) {
                String name = document.text(sentence.startOf(prefix.from()), sentence.endOf(to));
                return Anchored.at(
                        sentence,
                        prefix.from(),
                        to,
                        new Actor(name, name, null, null, prefix.meaning(), ActorKind.MILITARY));
            }
        }
        return null;
    }

    /** Who must have brought a thing down; null where that is open. */
    @Nullable
    Anchored<Actor> of(Sentence sentence, Anchored<InterceptedKind> what, @Nullable Anchored<Place> place) {
        String owner = owner(sentence, what);
        List<ActorMention> others = sentence.mentions(ActorMention.class)
                .filter(actor -> actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.MILITARY)
                .filter(actor -> actor.country() != null && !actor.country().equals(owner))
                .toList();
        boolean one = others.stream().map(ActorMention::country).distinct().count() == 1;
        boolean force = !others.isEmpty() && others.get(0).kind() == ActorKind.MILITARY;
        if (one && (owner != null || force)) {
            return Actors.of(document, sentence, others.get(0));
        }
        return place == null ? null : holder(owner, what, place);
    }

    /** Whether a body that only the article's context gives a state ("air defences") would have brought down a thing of that state. */
    boolean isOwn(Sentence sentence, Anchored<InterceptedKind> what, Actor by, @Nullable Anchored<Place> place) {
        boolean contextual = by.getCountry() != null
                && by.getKind() == ActorKind.MILITARY
                && !Character.isUpperCase(by.getText().charAt(0));
        return contextual
                && (by.getCountry().equals(owner(sentence, what))
                        || isEnemys(sentence, what) && isElsewhere(by.getCountry(), place));
    }

    /** "41 enemy drones were neutralised": who tells of an enemy without a name is the side whose forces the article names first. */
    @Nullable
    Anchored<Actor> ownSide(Sentence sentence, Anchored<InterceptedKind> what) {
        if (owner(sentence, what) != null || !isEnemys(sentence, what)) {
            return null;
        }
        for (Sentence other : document.sentences()) {
            ActorMention force = other.mentions(ActorMention.class)
                    .filter(actor -> actor.kind() == ActorKind.MILITARY && actor.country() != null)
                    .filter(actor -> Character.isUpperCase(
                            other.tokens().get(actor.from()).text().charAt(0)))
                    .findFirst()
                    .orElse(null);
            if (force != null) {
                return Actors.of(document, other, force);
            }
        }
        return null;
    }

    private static boolean isElsewhere(String country, @Nullable Anchored<Place> place) {
        String land = place == null ? null : place.value().getCountry();
        return land != null && !land.equals(country);
    }

    /** "enemy drones", "drones of the enemy". */
    private static boolean isEnemys(Sentence sentence, Anchored<InterceptedKind> what) {
        return sentence.tokens().stream()
                .filter(token -> token.end() <= what.start() && what.start() - token.end() <= OWNER_REACH
                        || token.start() >= what.end() && token.start() - what.end() <= ENEMY_REACH)
                .anyMatch(token -> ENEMIES.contains(token.lower()));
    }

    /** "an aircraft of the Armenian Air Force": who stands behind "of" right behind a thing; null where nobody does. */
    static @Nullable ActorMention ownerBehind(Sentence sentence, Anchored<InterceptedKind> what) {
        List<Token> behind = sentence.tokens().stream()
                .filter(token -> token.start() >= what.end())
                .toList();
        boolean of = !behind.isEmpty() && behind.get(0).lower().equals("of");
        return !of
                ? null
                : sentence.mentions(ActorMention.class)
                        .filter(actor -> actor.to() > behind.get(0).index()
                                && actor.from() - behind.get(0).index() <= 2)
                        .findFirst()
                        .orElse(null);
    }

    /** Whose thing it was: "Ukrainian drones". */
    private static @Nullable String owner(Sentence sentence, Anchored<InterceptedKind> what) {
        ActorMention behind = ownerBehind(sentence, what);
        if (behind != null) {
            return behind.country();
        }
        return sentence.mentions(ActorMention.class)
                .filter(actor -> actor.country() != null)
                .filter(actor -> sentence.endOf(actor.to()) <= what.start()
                        && what.start() - sentence.endOf(actor.to()) <= OWNER_REACH)
                .filter(actor -> sentence
                        .tokens()
                        .subList(actor.to(), sentence.tokens().size())
                        .stream()
                        .takeWhile(token -> token.start() < what.start())
                        .allMatch(Holders::isModifier))
                .reduce((early, late) -> late)
                .map(ActorMention::country)
                .orElse(null);
    }

    private static boolean isModifier(Token token) {
        return PHRASE_TAGS.contains(token.tag());
    }

    /** The state that holds the place, unless the thing is its own or a group fights it. */
    private @Nullable Anchored<Actor> holder(
            @Nullable String owner, Anchored<InterceptedKind> what, Anchored<Place> place) {
        String state = stateOf(place.value());
        boolean known = state != null
                && !Objects.equals(state, owner)
                && (what.value() != InterceptedKind.AIRCRAFT || owner != null)
                && document.sentences().stream()
                        .flatMap(sentence -> sentence.mentions(ActorMention.class))
                        .noneMatch(actor -> actor.kind() == ActorKind.ARMED_GROUP && state.equals(actor.country()));
        if (!known || state == null) {
            return null;
        }
        String name = new Locale.Builder().setRegion(state).build().getDisplayCountry(Locale.ENGLISH);
        return place.map(at -> new Actor(name, at.getText(), null, null, state, ActorKind.STATE));
    }

    private static @Nullable String stateOf(Place place) {
        String division = place.getAdmin1();
        String name = division == null ? place.getName() : division;
        String holder = HELD_BY.get(name);
        return holder != null ? holder : place.getCountry();
    }
}
