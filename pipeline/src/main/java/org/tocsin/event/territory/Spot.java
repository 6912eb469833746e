package org.tocsin.event.territory;

import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/**
 * Where a sentence names a place.
 *
 * @param from index of its first token
 * @param to index behind its last token
 * @param place the place; without coordinates where only the text knows it
 * @param surface how it is named
 * @param listed whether the gazetteer knows it
 */
record Spot(int from, int to, Place place, PlaceMention.Surface surface, boolean listed) {
    static Spot of(PlaceMention mention) {
        return new Spot(mention.from(), mention.to(), mention.place(), mention.surface(), true);
    }

    boolean isName() {
        return surface == PlaceMention.Surface.NAME;
    }

    boolean isCountry() {
        return place.getPrecision() == PlacePrecision.COUNTRY;
    }

    /** Whether it is a country or a part of one, which may only hold the place that is meant. */
    boolean isCoarse() {
        return isCountry() || place.getPrecision() == PlacePrecision.ADMIN1;
    }

    Anchored<Place> in(Sentence sentence) {
        return Anchored.at(sentence, from, to, place);
    }
}
