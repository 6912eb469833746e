package org.tocsin.cli.evaluate;

import java.util.List;
import org.tocsin.article.NewsArticle;

/**
 * A news text with the events that an annotator entered after reading it.
 *
 * @param article the text
 * @param negative whether it only sounds like war
 * @param events what a careful analyst enters, each real event once
 */
record GoldDocument(NewsArticle article, boolean negative, List<GoldEvent> events) {
    String id() {
        return article.id();
    }

    List<GoldEvent> events(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}
