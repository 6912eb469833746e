package org.tocsin.stream;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The topics that the stores are filled from, one behind the other: articles, reports by country, changes of totals.
 *
 * @param articles name of the topic of articles
 * @param reports name of the repartition topic of reports
 * @param changes name of the repartition topic of changes of totals
 * @param partitions how many partitions each has
 */
record SourceTopics(String articles, String reports, String changes, Map<String, Integer> partitions) {
    /**
     * The topics of a configuration.
     *
     * @param articlePartitions how many partitions the articles have
     */
    static SourceTopics of(PipelineConfig config, Topics topics, int articlePartitions) {
        String before = config.applicationId() + "-";
        String reports = before + NewsTopology.REPORTS + "-repartition";
        String changes = before + NewsTopology.CHANGES + "-repartition";
        String articles = topics.articles().name();
        int others = topics.incidents().partitions();
        return new SourceTopics(
                articles, reports, changes, Map.of(articles, articlePartitions, reports, others, changes, others));
    }

    /** The topic that a store is filled from. */
    String of(StoreName<?> store) {
        return switch (store.spread()) {
            case ARTICLE -> articles;
            case COUNTRY, INCIDENT -> reports;
            case CELL -> changes;
        };
    }

    /** The topics that what a store holds has come through before the store's own. */
    Stream<String> before(StoreName<?> store) {
        return List.of(articles, reports, changes).stream().takeWhile(topic -> !topic.equals(of(store)));
    }
}
