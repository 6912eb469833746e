package org.tocsin.serve.query;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Keeps one object for all that are equal, since rows repeat the same names over and over. Thread-safe. */
final class Pool {
    private final ConcurrentMap<Object, Object> kept = new ConcurrentHashMap<>();

    /** The object that is kept for all equal ones. */
    @SuppressWarnings("unchecked") // an equal key is of the same class: texts, records, lists of them
    <T> T one(T object) {
        Object before = kept.putIfAbsent(object, object);
        return before == null ? object : (T) before;
    }

    /** As {@link #one}; null for null. */
    <T> @Nullable T oneOrNull(@Nullable T object) {
        return object == null ? null : one(object);
    }
}
