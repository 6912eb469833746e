package org.tocsin.event.strike;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** Digests that sum up a day's strikes on a country and then list them place by place ("Near the town, two strikes destroyed"). */
final class StrikeLists {
    private static final int ENOUGH = 2;
    private static final int OPENING = 4;

    private StrikeLists() {}

    /** Whether the attacks that a group of mentions only sums up are listed one by one in other groups. */
    static boolean isBrokenDown(List<StrikeReading> group, List<List<StrikeReading>> all) {
        boolean sum = group.stream()
                .allMatch(reading ->
                        reading.reference() || (reading.isSum() || isPlural(reading)) && isOfCountry(reading.place()));
        return sum
                && group.stream().noneMatch(StrikeLists::isItem)
                && all.stream()
                                .filter(other -> other != group && isItem(other.get(0)))
                                .count()
                        >= ENOUGH;
    }

    /** "Near the town, one strike engaged a unit": whether a mention opens its line with its place. */
    private static boolean isItem(StrikeReading reading) {
        Anchored<Place> place = reading.place();
        return place != null
                && place.value().getPrecision() != PlacePrecision.COUNTRY
                && reading.sentence().tokens().stream()
                        .filter(token -> Character.isLetter(token.text().charAt(0)))
                        .limit(OPENING)
                        .map(Token::lower)
                        .findFirst()
                        .filter("near"::equals)
                        .isPresent();
    }

    private static boolean isPlural(StrikeReading reading) {
        return reading.sentence().tokens().stream()
                .anyMatch(token ->
                        token.end() == reading.trigger().end() && token.tag().equals("NNS"));
    }

    private static boolean isOfCountry(@Nullable Anchored<Place> place) {
        return place == null || Objects.equals(place.value().getPrecision(), PlacePrecision.COUNTRY);
    }
}
