package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Filters of few conditions. The names are those of the components of {@link Filter}. */
public final class Filters {
    private Filters() {}

    /** A filter of these conditions: names and values in turn. */
    public static Filter of(Object... namesAndValues) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        Filter filter = new Filter(
                one(given, "box", Filter.Box.class),
                one(given, "from", LocalDate.class),
                one(given, "to", LocalDate.class),
                set(given, "eventTypes"),
                set(given, "countries"),
                set(given, "divisions"),
                one(given, "actor", String.class),
                one(given, "target", String.class),
                one(given, "speaker", String.class),
                set(given, "methods"),
                one(given, "source", String.class),
                number(given, "minKilled"),
                number(given, "minInjured"),
                share(given, "minConfidence"),
                set(given, "statuses"),
                one(given, "updatedSince", Instant.class),
                one(given, "asOf", Instant.class),
                set(given, "words"),
                one(given, "articleId", String.class),
                one(given, "incidentId", String.class));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("A filter has no " + given.keySet());
        }
        return filter;
    }

    private static <T> Optional<T> one(Map<String, Object> given, String name, Class<T> type) {
        return Optional.ofNullable(given.remove(name)).map(type::cast);
    }

    @SuppressWarnings("unchecked") // the tests give sets of strings
    private static Set<String> set(Map<String, Object> given, String name) {
        return one(given, name, Set.class).orElse(Set.of());
    }

    private static OptionalInt number(Map<String, Object> given, String name) {
        return one(given, name, Integer.class).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static OptionalDouble share(Map<String, Object> given, String name) {
        return one(given, name, Double.class).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
