package org.tocsin.bench.stream;

/** What articles are made of; all have the length that {@link org.tocsin.bench.BenchArticles} gives. */
enum Kind {
    /** One text of the gold and paragraphs that tell of no event, as an article of a newspaper tells of one matter. */
    STORY,
    /** Texts of the gold joined, three and more matters of several countries in each, three times as dense as news. */
    JOINED
}
