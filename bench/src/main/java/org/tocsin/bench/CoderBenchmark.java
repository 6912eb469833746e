package org.tocsin.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Annotator;
import org.tocsin.document.Document;
import org.tocsin.document.opennlp.NewsAnnotator;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;

/**
 * Articles of 3,500 characters a second on one thread: the whole coder and its stages. Each stage is measured with what comes
 * before it ({@link #words} is part of {@link #document}, which is part of {@link #events}), so that shares are differences; the
 * heap is the 600 MB that the coder must do with.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx600m", "-XX:+UseSerialGC"})
public class CoderBenchmark {
    private List<NewsArticle> articles = List.of();
    private List<Document> documents = List.of();
    private Annotator words = article -> {
        throw new IllegalStateException("not set up");
    };
    private Annotator annotator = words;
    private Coder coder = new Coder(words, List.of());
    private int next;

    /** Loads the articles, the models and the lexicons. */
    @Setup
    public void load() {
        articles = BenchArticles.load();
        words = new NewsAnnotator(List.of());
        annotator = EnglishNews.annotator();
        coder = EnglishNews.coder();
        documents = articles.stream().map(annotator::annotate).toList();
    }

    private int turn(int size) {
        next = (next + 1) % size;
        return next;
    }

    /** Sentences, tokens, tags and lemmas. */
    @Benchmark
    public Document words() {
        return words.annotate(articles.get(turn(articles.size())));
    }

    /** {@link #words} and all mentions: actors, places, counts, dates, persons. */
    @Benchmark
    public Document document() {
        return annotator.annotate(articles.get(turn(articles.size())));
    }

    /** The extractors alone, on annotated documents. */
    @Benchmark
    public List<SpecificRecord> extractors() {
        return coder.code(documents.get(turn(documents.size())));
    }

    /** The whole coder: text in, events out. */
    @Benchmark
    public void events(Blackhole sink) {
        sink.consume(coder.code(articles.get(turn(articles.size()))));
    }
}
