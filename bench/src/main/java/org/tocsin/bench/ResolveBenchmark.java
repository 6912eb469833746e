package org.tocsin.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.incident.ArticleReports;
import org.tocsin.incident.InMemoryStore;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.LedgerStores;
import org.tocsin.incident.ReportLedger;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.ArticleAccounts;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Incident;

/**
 * What an article costs in incident resolution and rollups ({@link #resolve}), in a ledger that holds 45 days of news
 * ({@link CopiedNews}), and in the coder ({@link #code}); the first should be under 5 % of the second. The setup prints how large the
 * stores are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1500m", "-XX:+UseSerialGC"})
public class ResolveBenchmark {
    /** As many a day as would come to 100,000 incidents a year. */
    private static final int ARTICLES = 3_000;

    private final SerializedStore<ArticleAccounts> accounts = new SerializedStore<>(ArticleAccounts.class);
    private final SerializedStore<Incident> incidents = new SerializedStore<>(Incident.class);
    private final ReportLedger ledger =
            new ReportLedger(new LedgerStores(accounts, new InMemoryStore<>(), incidents), ReportLedger.CLOSE_AFTER);
    private final CopiedNews news = new CopiedNews();
    private final Coder coder = EnglishNews.coder();
    private CopiedNews.Coded article = news.article(0);
    private int next;

    /** Resolves the news. */
    @Setup
    public void fill() {
        while (next < ARTICLES) {
            choose();
            reports().forEach(ledger::apply);
        }
        System.out.printf(
                "%d articles: %d incidents, %d MB; %d reports, %d MB%n",
                ARTICLES,
                incidents.size(),
                incidents.bytes() / 1_000_000,
                accounts.size(),
                accounts.bytes() / 1_000_000);
    }

    /** Takes the next article; after the last the first comes again. */
    @Setup(Level.Invocation)
    public void choose() {
        article = news.article(next++ % ARTICLES);
    }

    /** Fingerprint, reports by country, incidents, changes of totals. */
    @Benchmark
    public void resolve(Blackhole sink) {
        for (ArticleReport report : reports()) {
            for (IncidentChange change : ledger.apply(report)) {
                sink.consume(Rollups.change(change));
            }
        }
    }

    /** The whole coder on the same article. */
    @Benchmark
    public List<SpecificRecord> code() {
        return coder.code(article.article());
    }

    private List<ArticleReport> reports() {
        return ArticleReports.of(
                article.article(), article.reportedAt(), article.reportedAt(), article.events(), List.of());
    }
}
