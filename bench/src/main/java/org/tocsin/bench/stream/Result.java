package org.tocsin.bench.stream;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What was measured of one setup.
 *
 * @param setup instances and stream threads of each, as {@code 2x1}
 * @param articlesPerSecond with articles waiting all the time
 * @param sentencesPerSecond the same in sentences
 * @param ofCoder the rate as a share of the coder alone on as many threads
 * @param ofRest the rate as a share of what the coder alone does on the processors that broker, sender and reader leave
 * @param ofStreams the rate as a share of Kafka Streams alone on as many threads
 * @param full how long events take while articles wait, which is the time that they wait
 * @param halfRate articles a second at half load
 * @param half how long events take at half load
 * @param cores processors that the parts took at full load
 * @param size what is held and sent
 */
record Result(
        String setup,
        double articlesPerSecond,
        double sentencesPerSecond,
        double ofCoder,
        double ofRest,
        double ofStreams,
        Latency full,
        double halfRate,
        Latency half,
        Cores cores,
        Size size) {
    /** Milliseconds from the time at which an article was to be sent until an event of it is read as committed. */
    record Latency(long p50, long p99, long p999, long events) {
        static Latency of(Histogram histogram) {
            return new Latency(
                    histogram.getValueAtPercentile(50),
                    histogram.getValueAtPercentile(99),
                    histogram.getValueAtPercentile(99.9),
                    histogram.getTotalCount());
        }

        String shown() {
            return p50 + " / " + p99 + " / " + p999;
        }
    }

    /** Processors taken, 1 for one that is busy all the time. */
    record Cores(double pipelines, double broker, double senderAndReader) {
        static Cores between(Usage before, Usage after) {
            double nanos = after.nanos() - before.nanos();
            return new Cores(
                    (after.pipelines() - before.pipelines()) / nanos,
                    (after.broker() - before.broker()) / nanos,
                    (after.here() - before.here()) / nanos);
        }
    }

    /** Bytes: heap in use of all instances together, their state, and what goes over the wire for an article. */
    record Size(long heap, long state, long wirePerArticle) {}

    /** The results as a table in Markdown. */
    static String table(List<Result> results) {
        StringBuilder table = new StringBuilder(
                "| Instances x threads | Articles/s | Sentences/s | Of the coder alone | Of what the rest"
                        + " leaves the coder | Of Kafka Streams alone | Full load, ms p50 / p99 / p99.9 | Half load, articles/s | Half load, ms |"
                        + " Pipelines' processor time, ms/article | Processors: pipelines + broker + sender and reader | Heap, MB | State, MB | Wire, KB/article |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        results.forEach(result -> table.append(result.row()));
        return table.toString();
    }

    private String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f %% | %.0f %% | %.1f %% | %s | %.0f | %s | %.1f | %.2f + %.2f + %.2f | %d | %.1f | %d |%n",
                setup,
                articlesPerSecond,
                sentencesPerSecond,
                100 * ofCoder,
                100 * ofRest,
                100 * ofStreams,
                full.shown(),
                halfRate,
                half.shown(),
                1_000 * cores.pipelines / articlesPerSecond,
                cores.pipelines,
                cores.broker,
                cores.senderAndReader,
                size.heap >> 20,
                size.state / 1048576.0,
                size.wirePerArticle >> 10);
    }
}
