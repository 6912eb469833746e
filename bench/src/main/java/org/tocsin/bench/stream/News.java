package org.tocsin.bench.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.bench.BenchArticles;
import org.tocsin.document.Annotator;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.schema.Article;
import org.tocsin.schema.EventTime;

/**
 * Any number of articles of one length: the same texts round after round, each round published eleven days later, so that no two rounds
 * tell of the same happenings. Texts that name a year are left out, since their happenings would be the same in each round.
 */
final class News {
    private static final Instant FIRST = Instant.parse("1950-01-02T06:00:00Z");
    private static final Duration LATER = Duration.ofDays(11);

    /** So many rounds are published by 2095, where dates of articles end soon after. */
    private static final int ROUNDS = 4_800;

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
    static News load() {
        Coder coder = EnglishNews.coder();
        List<NewsArticle> moving = BenchArticles.load().stream()
                .filter(article -> moves(coder, article))
                .toList();
        return new News(moving, EnglishNews.annotator());
    }

    private static boolean moves(Coder coder, NewsArticle article) {
        List<SpecificRecord> now = coder.code(published(article, "now", FIRST));
        List<SpecificRecord> later = coder.code(published(article, "now", FIRST.plus(Duration.ofDays(4_000))));
        return now.stream()
                .map(News::day)
                .filter(Objects::nonNull)
                .noneMatch(day -> later.stream().anyMatch(other -> day.equals(day(other))));
    }

    private static @Nullable EventTime day(SpecificRecord event) {
        return EventView.of(event).date();
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
        Instant moment = FIRST.plus(LATER.multipliedBy(number / texts.size() % ROUNDS));
        return published(texts.get(number % texts.size()), "bench-" + number, moment);
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
