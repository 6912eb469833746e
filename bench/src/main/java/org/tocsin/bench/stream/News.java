package org.tocsin.bench.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.bench.BenchArticles;
import org.tocsin.document.Annotator;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.schema.Article;
import org.tocsin.schema.EventTime;

/**
 * Any number of articles of one length: the same texts round after round, spread evenly over the days of a round and each round published
 * 45 days later, so that no two rounds tell of the same happenings. Texts that tell of months or years are left out, since their
 * happenings would be the same in each round, and in the end one incident that thousands report.
 */
final class News {
    private static final Instant FIRST = Instant.parse("1950-01-02T06:00:00Z");
    private static final Duration LATER = Duration.ofDays(45);

    /** So many rounds are published by 2095, where dates of articles end soon after. */
    private static final int ROUNDS = 1_170;

    private final List<NewsArticle> texts;
    private final double sentences;
    private final double characters;

    private News(List<NewsArticle> texts, Annotator annotator) {
        this.texts = texts;
        this.sentences = texts.stream()
                .mapToInt(text -> annotator.annotate(text).sentences().size())
                .average()
                .orElseThrow();
        this.characters =
                texts.stream().mapToInt(text -> text.text().length()).average().orElseThrow();
    }

    /** Reads the texts, and tries which of them move in time. */
    static News load(Kind kind) {
        Coder coder = EnglishNews.coder();
        List<NewsArticle> texts = switch (kind) {
            case STORY -> BenchArticles.stories(coder);
            case JOINED -> BenchArticles.load();
        };
        List<NewsArticle> moving =
                texts.stream().filter(article -> moves(coder, article)).toList();
        return new News(moving, EnglishNews.annotator());
    }

    private static boolean moves(Coder coder, NewsArticle article) {
        List<SpecificRecord> now = coder.code(published(article, "now", FIRST));
        List<SpecificRecord> later = coder.code(published(article, "now", FIRST.plus(LATER)));
        return days(now).noneMatch(day -> days(later).anyMatch(other -> overlap(day, other)));
    }

    private static Stream<EventTime> days(List<SpecificRecord> events) {
        return events.stream()
                .map(event -> EventView.of(event).date())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static boolean overlap(EventTime one, EventTime other) {
        return !one.getEnd().isBefore(other.getStart()) && !other.getEnd().isBefore(one.getStart());
    }

    private static NewsArticle published(NewsArticle article, String id, Instant moment) {
        return new NewsArticle(id, article.title(), article.text(), moment, null, "Bench");
    }

    /** How many texts there are. */
    int texts() {
        return texts.size();
    }

    /** Sentences of an article, on average. */
    double sentences() {
        return sentences;
    }

    /** Characters of an article, on average. */
    double characters() {
        return characters;
    }

    /** The article of a number. */
    NewsArticle article(int number) {
        int text = number % texts.size();
        Instant moment = FIRST.plus(LATER.multipliedBy(number / texts.size() % ROUNDS))
                .plus(LATER.multipliedBy(text).dividedBy(texts.size()));
        return published(texts.get(text), "bench-" + number, moment);
    }

    /** The same as it is published. */
    Article message(int number) {
        NewsArticle article = article(number);
        return Article.newBuilder()
                .setId(article.id())
                .setTitle(article.title())
                .setText(article.text())
                .setPublishedAt(article.publishedAt())
                .setSource(article.source())
                .build();
    }
}
