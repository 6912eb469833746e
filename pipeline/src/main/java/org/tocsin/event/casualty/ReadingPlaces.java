package org.tocsin.event.casualty;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Place;

/** Chooses the places of tolls: that of the act, never that of the hospital which took the hurt. */
final class ReadingPlaces {
    private final Document document;
    private final ActPlaces places;
    private final List<TollReading> before;

    /** @param before the readings so far, the last one last */
    ReadingPlaces(Document document, ActPlaces places, List<TollReading> before) {
        this.document = document;
        this.places = places;
        this.before = before;
    }

    /** The place that the sentence itself gives for the people at a token; null where it names none. */
    @Nullable
    Anchored<Place> own(Sentence sentence, int token) {
        Anchored<Place> side = onSide(sentence);
        if (side != null) {
            return side;
        }
        Anchored<Place> own = places.inSentence(sentence, token);
        return own == null || TollPlaces.isOfCare(sentence, own) ? null : own;
    }

    /** The place of the people at a token; where the sentence names none or only that of a hospital, the place told before it. */
    @Nullable
    Anchored<Place> of(Sentence sentence, int token) {
        Anchored<Place> side = onSide(sentence);
        if (side != null) {
            return side;
        }
        Anchored<Place> named = places.inSentence(sentence, token);
        if (named == null && TollPlaces.unknownHead(sentence) != null) {
            return countryOf(places.of(sentence, token));
        }
        if (named == null) {
            return asTold(places.of(sentence, token));
        }
        if (!TollPlaces.isOfCare(sentence, named)) {
            return places.of(sentence, token);
        }
        return sentence.index() == 0
                ? named
                : asTold(places.of(document.sentences().get(sentence.index() - 1), 0));
    }

    /** "On the Thai side twelve are dead": the country whose side it is, as the article names it; null where none is told. */
    private @Nullable Anchored<Place> onSide(Sentence sentence) {
        return sentence.mentions(ActorMention.class)
                .filter(actor -> actor.demonym() && actor.country() != null)
                .filter(actor -> actor.from() > 1
                        && actor.to() < sentence.tokens().size()
                        && sentence.tokens().get(actor.from() - 2).lower().equals("on")
                        && sentence.tokens().get(actor.to()).lower().equals("side"))
                .findFirst()
                .map(actor -> places.country(Objects.requireNonNull(actor.country())))
                .orElse(null);
    }

    private @Nullable Anchored<Place> countryOf(@Nullable Anchored<Place> place) {
        String country = place == null ? null : place.value().getCountry();
        return country == null ? null : places.country(country);
    }

    /** A place of the sentence that gave figures last counts as that of its toll: the hospital named there is none either. */
    private @Nullable Anchored<Place> asTold(@Nullable Anchored<Place> place) {
        TollReading last = before.isEmpty() ? null : before.get(before.size() - 1);
        boolean from = place != null
                && last != null
                && place.start() >= last.sentence().start()
                && place.end() <= last.sentence().end();
        return from && last != null && last.place() != null ? last.place() : place;
    }
}
