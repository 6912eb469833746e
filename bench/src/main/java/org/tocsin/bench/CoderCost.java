package org.tocsin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Annotator;
import org.tocsin.document.Document;
import org.tocsin.document.opennlp.NewsAnnotator;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;

/**
 * Prints how many articles of 3,500 characters the coder and its stages take in a second of processor time, which holds on a machine
 * that has other work to do. All stages take turns; the median of the second half of the rounds counts, when the code is compiled.
 * The argument is the number of rounds.
 */
public final class CoderCost {
    private static final int ROUNDS = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is measured; each stage after {@link #WORDS} and {@link #EXTRACTORS} holds those before it. */
    private enum Stage {
        WORDS,
        DOCUMENT,
        EXTRACTORS,
        EVENTS
    }

    private final List<NewsArticle> articles = BenchArticles.load();
    private final Annotator words = new NewsAnnotator(List.of());
    private final Annotator annotator = EnglishNews.annotator();
    private final Coder coder = EnglishNews.coder();
    private final List<Document> documents =
            articles.stream().map(annotator::annotate).toList();
    private long results;

    private CoderCost() {}

    /** Measures; argument: number of rounds. */
    public static void main(String[] arguments) {
        new CoderCost().measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS);
    }

    private void measure(int rounds) {
        Map<Stage, List<Long>> costs = new EnumMap<>(Stage.class);
        for (int round = 0; round < rounds; round++) {
            for (Stage stage : Stage.values()) {
                long start = THREADS.getCurrentThreadCpuTime();
                run(stage);
                costs.computeIfAbsent(stage, of -> new ArrayList<>()).add(THREADS.getCurrentThreadCpuTime() - start);
            }
        }
        costs.forEach((stage, all) ->
                System.out.printf("%-12s %5.0f articles a second%n", stage, articles.size() * 1e9 / median(all)));
        System.out.println(results + " results");
    }

    private static long median(List<Long> costs) {
        List<Long> warm =
                costs.subList(costs.size() / 2, costs.size()).stream().sorted().toList();
        return warm.get(warm.size() / 2);
    }

    private void run(Stage stage) {
        for (int i = 0; i < articles.size(); i++) {
            results += switch (stage) {
                case WORDS -> words.annotate(articles.get(i)).sentences().size();
                case DOCUMENT -> annotator.annotate(articles.get(i)).sentences().size();
                case EXTRACTORS -> coder.code(documents.get(i)).size();
                case EVENTS -> coder.code(articles.get(i)).size();
            };
        }
    }
}
