package org.tocsin.serve.feed;

import java.util.Arrays;
import java.util.List;

/** What the API tells the changes of. */
public enum FeedCollection {
    /** What single articles report. */
    EVENTS("events"),
    /** What all articles together say. */
    INCIDENTS("incidents");

    private final String collection;

    FeedCollection(String collection) {
        this.collection = collection;
    }

    /** The name in the API. */
    public String collection() {
        return collection;
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(FeedCollection::collection).toList();
    }

    /**
     * The collection of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FeedCollection named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.collection.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no collection '" + name + "'"));
    }
}
