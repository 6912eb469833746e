package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a resolved incident's place is that of a true one. Coordinates decide where there are any, else the name; a place
 * without either, or a coarse one, is compared by its country. No place at all fits every place.
 */
final class PlaceFit {
    private static final double RADIUS_KM = 50;
    private static final double EARTH_DIAMETER_KM = 12742;
    private static final Set<String> COARSE = Set.of("ADMIN1", "COUNTRY");

    private PlaceFit() {}

    static boolean fits(ToldIncident told, TrueIncident right) {
        JsonNode place = told.json().path("place");
        if (!place.isObject() || place.isEmpty()) {
            return true;
        }
        boolean coarse = COARSE.contains(place.path("precision").asText());
        if (place.path("lat").isNumber() && place.path("lon").isNumber() && !coarse) {
            return kilometres(place, right.json()) <= RADIUS_KM;
        }
        if (place.path("name").isTextual() && !coarse) {
            return bears(right.json(), fold(place.path("name").textValue()));
        }
        return place.path("country").equals(right.json().path("country"));
    }

    private static boolean bears(JsonNode right, String name) {
        if (fold(right.path("place").asText()).equals(name)) {
            return true;
        }
        for (JsonNode other : right.path("place_also")) {
            if (fold(other.asText()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static double kilometres(JsonNode one, JsonNode other) {
        double latitude = Math.toRadians(one.path("lat").doubleValue());
        double otherLatitude = Math.toRadians(other.path("lat").doubleValue());
        double longitudes =
                Math.toRadians(other.path("lon").doubleValue() - one.path("lon").doubleValue());
        double haversine = square(Math.sin((otherLatitude - latitude) / 2))
                + Math.cos(latitude) * Math.cos(otherLatitude) * square(Math.sin(longitudes / 2));
        return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static double square(double value) {
        return value * value;
    }
}
