package org.tocsin.event.territory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Place;

/** Finds the place that "the town", "the ridge" or "it" stands for: one that the article named before, never a whole province. */
final class ToldPlaces {
    private static final Set<String> PLACE_LEADS = Set.of("of", "in", "at", "near", "called");
    private static final Set<String> SPEAKERS = Set.of(
            "nobody",
            "somebody",
            "official",
            "officials",
            "source",
            "sources",
            "ministry",
            "army",
            "command",
            "headquarters",
            "government",
            "staff");

    private static final int SENTENCES = 6;
    private static final Set<String> BEARINGS = Set.of("near", "outside", "beside");
    private static final Set<String> POINTING = Set.of("the", "that", "this", "its", "their", "both");

    private final Document document;
    private final ActPlaces places;
    private final Spots spots;
    private @Nullable Anchored<Place> changed;
    private int changedIn = -1;

    ToldPlaces(Document document, Spots spots) {
        this.document = document;
        this.places = new ActPlaces(document);
        this.spots = spots;
    }

    /** Notes the place that a sentence told a change of, which the sentences behind may call "the town". */
    void note(Sentence sentence, Anchored<Place> place) {
        changed = place;
        changedIn = sentence.index();
    }

    /** What "the city" stands for where the noun begins at a token behind the verb that ends at from; null where nothing is told. */
    @Nullable
    Anchored<Place> of(Sentence sentence, int from, int noun, int to) {
        boolean points = noun == from
                || sentence.tokens().subList(from, noun).stream().anyMatch(token -> POINTING.contains(token.lower()));
        return points ? before(sentence, noun, sentence.tokens().get(to - 1).lemma()) : null;
    }

    /** The place last told before a token; one that was called by the given noun comes first. */
    @Nullable
    Anchored<Place> before(Sentence sentence, int token, @Nullable String noun) {
        if (noun == null && changed != null && changedIn == sentence.index()) {
            return changed;
        }
        Anchored<Place> called = noun == null ? null : called(sentence, token, noun);
        Anchored<Place> here = called != null ? called : last(sentence, token);
        if (here != null) {
            return here;
        }
        if (changed != null && sentence.index() - changedIn <= 2 && !isCoarse(changed.value())) {
            return changed;
        }
        for (int i = sentence.index() - 1; i >= Math.max(0, sentence.index() - 2); i--) {
            Sentence earlier = document.sentences().get(i);
            Anchored<Place> told = last(earlier, earlier.tokens().size());
            if (told != null) {
                return told;
            }
        }
        Anchored<Place> found =
                sentence.index() == 0 ? null : places.of(document.sentences().get(sentence.index() - 1), 0);
        return found == null || isCoarse(found.value()) ? null : found;
    }

    private @Nullable Anchored<Place> last(Sentence sentence, int token) {
        return spots.before(sentence, token).stream()
                .filter(spot -> spot.listed() || isMarked(sentence, spot))
                .filter(spot -> spot.isName() || Grounds.isTakeable(sentence, spot.to()))
                .filter(spot -> !spot.isCoarse() && !isSeat(sentence, spot) && !isSide(sentence, spot))
                .reduce((one, other) -> isBearing(sentence, other) && !isBearing(sentence, one) ? one : other)
                .map(spot -> spot.in(sentence))
                .orElse(null);
    }

    /** "the camp near El Fasher": whether a name only tells where the place before it is. */
    private static boolean isBearing(Sentence sentence, Spot spot) {
        return spot.from() > 0
                && BEARINGS.contains(sentence.tokens().get(spot.from() - 1).lower());
    }

    /** Whether a capital stands for its government: "Moscow declares the town taken". */
    private static boolean isSide(Sentence sentence, Spot spot) {
        return sentence.mentions(ActorMention.class)
                .anyMatch(actor -> actor.from() == spot.from() && actor.kind() == ActorKind.STATE);
    }

    /** Whether a preposition or a noun that can be taken shows that a name no gazetteer knows is a place. */
    private static boolean isMarked(Sentence sentence, Spot spot) {
        boolean behind = spot.to() < sentence.tokens().size() && Grounds.isTakeable(sentence, spot.to());
        return behind
                || spot.from() > 0
                        && Tags.PREPOSITION.contains(
                                sentence.tokens().get(spot.from() - 1).tag());
    }

    /** The place before a token, in its sentence or an earlier one, that the article called by the noun: "the Mala'a ridge", "the village of Zarichne". */
    private @Nullable Anchored<Place> called(Sentence sentence, int token, String noun) {
        for (int i = sentence.index(); i >= Math.max(0, sentence.index() - SENTENCES); i--) {
            Sentence earlier = document.sentences().get(i);
            int end = i == sentence.index() ? token : earlier.tokens().size();
            Anchored<Place> place = spots.before(earlier, end).stream()
                    .filter(spot -> isCalled(earlier, spot, noun))
                    .reduce((one, other) -> other)
                    .map(spot -> spot.in(earlier))
                    .orElse(null);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static boolean isCalled(Sentence sentence, Spot spot, String noun) {
        List<Token> tokens = sentence.tokens();
        boolean behind = tokens.subList(spot.to(), Math.min(tokens.size(), spot.to() + 2)).stream()
                .anyMatch(token -> token.lemma().equals(noun));
        boolean inFront = spot.from() > 1
                && PLACE_LEADS.contains(tokens.get(spot.from() - 1).lower())
                && tokens.get(spot.from() - 2).lemma().equals(noun);
        boolean named = tokens.get(spot.to() - 1).lemma().equals(noun);
        return !spot.isCountry() && (behind || inFront || named);
    }

    private static boolean isCoarse(Place place) {
        return new Spot(0, 0, place, PlaceMention.Surface.NAME, true).isCoarse();
    }

    /** Whether somebody who can speak is right before "in" and the name: "the ministry in Moscow said". */
    private static boolean isSeat(Sentence sentence, Spot spot) {
        int in = spot.from() - 1;
        return in > 0
                && sentence.tokens().get(in).lower().equals("in")
                && (SPEAKERS.contains(sentence.tokens().get(in - 1).lower())
                        || sentence.mentions(ActorMention.class).anyMatch(actor -> actor.to() == in));
    }
}
