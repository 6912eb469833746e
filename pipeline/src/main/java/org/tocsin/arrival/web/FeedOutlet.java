package org.tocsin.arrival.web;

import java.util.concurrent.CompletableFuture;
import org.tocsin.arrival.Arrival;
import org.tocsin.article.NewsArticle;

/** Where articles of feeds go. */
public interface FeedOutlet {
    /** Whether an article is to be sent; one that is not counts as dealt with. */
    boolean wants(Arrival.Found found);

    /** Sends an article; the answer comes when it is safe, and fails where it is not. */
    CompletableFuture<?> send(NewsArticle article);

    /** Sends at once what waits for company. */
    void flush();

    /** Takes what is wrong with an item: its place, and why and what to do. */
    void tell(String where, String reason);
}
