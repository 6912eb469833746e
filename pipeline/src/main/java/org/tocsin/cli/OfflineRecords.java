package org.tocsin.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.PlainJson;
import org.tocsin.incident.OfflineResolver;

/**
 * What articles report, found without Kafka.
 *
 * @param files the articles
 * @param err where articles are named that cannot be read or coded
 */
record OfflineRecords(ArticleFiles files, PrintWriter err) {
    /**
     * Hands on the events of every article, in plain JSON.
     *
     * @return whether everything could be read and coded
     */
    boolean events(Consumer<ObjectNode> consumer) {
        Coder coder = EnglishNews.coder();
        return files.forEach(
                err,
                article -> UncodedArticle.code(coder, article).forEach(event -> consumer.accept(PlainJson.of(event))));
    }

    /**
     * Hands on the incidents that the articles report together, in plain JSON.
     *
     * @param asOf as they were known at this time; an article without a date counts as new
     * @return whether everything could be read and coded
     */
    boolean incidents(Instant asOf, Consumer<ObjectNode> consumer) {
        Instant now = Instant.now();
        Coder coder = EnglishNews.coder();
        OfflineResolver resolver = new OfflineResolver();
        boolean allRead = files.forEach(
                err,
                article -> resolver.add(
                        article,
                        Objects.requireNonNullElse(article.publishedAt(), now),
                        UncodedArticle.code(coder, article)));
        resolver.incidentsAsOf(asOf).forEach(incident -> consumer.accept(PlainJson.of(incident)));
        return allRead;
    }
}
