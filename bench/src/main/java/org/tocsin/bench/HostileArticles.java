package org.tocsin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;

/**
 * Codes texts that are made to be slow and prints the processor time that each cost, slowest first. The texts are built from a seed: single long
 * runs of one thing (commas, quotes, numbers, capitals, no spaces), one sentence told thousands of times, and random mixtures of
 * words that the extractors look for. The first argument is the seed, the second the number of mixtures.
 */
public final class HostileArticles {
    private static final int LONG = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> WORDS = List.of(
            "strike",
            "killed",
            "wounded",
            "said",
            "that",
            "Russia",
            "Kyiv",
            "two",
            "drones",
            "the",
            "of",
            "and",
            ",",
            "“",
            "”",
            "(",
            ")",
            "near",
            "in",
            "on Monday",
            "at least",
            "army",
            "he",
            "accused",
            "of attacking",
            "captured",
            "the village",
            "Gaza",
            "12",
            "missiles",
            "shot down",
            "by",
            "including",
            "children",
            ".",
            ".\n\n",
            ":",
            "—",
            "not",
            "will",
            "would");

    private HostileArticles() {}

    /** One text and what it is. */
    private record Hostile(String name, String text) {}

    /** The processor time that a text took, in milliseconds, so that other work on the machine does not count. */
    private record Cost(String name, int characters, int events, long milliseconds) {}

    /** Codes all texts; arguments: seed, number of mixtures. */
    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        int mixtures = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Coder coder = EnglishNews.coder();
        List<Hostile> texts = new ArrayList<>(runs());
        texts.addAll(mixtures(new Random(seed), mixtures));
        BenchArticles.load().forEach(coder::code);
        List<Cost> costs = texts.stream()
                .map(text -> cost(coder, text))
                .sorted(Comparator.comparingLong(Cost::milliseconds).reversed())
                .toList();
        costs.stream()
                .limit(15)
                .forEach(c -> System.out.printf(
                        "%6d ms  %8d characters  %5d events  %s%n",
                        c.milliseconds(), c.characters(), c.events(), c.name()));
    }

    private static Cost cost(Coder coder, Hostile hostile) {
        NewsArticle article = new NewsArticle("hostile", "", hostile.text(), null, null, null);
        long start = THREADS.getCurrentThreadCpuTime();
        int events = coder.code(article).size();
        long nanoseconds = THREADS.getCurrentThreadCpuTime() - start;
        return new Cost(hostile.name(), hostile.text().length(), events, nanoseconds / 1_000_000);
    }

    private static List<Hostile> runs() {
        return List.of(
                new Hostile("commas", ",".repeat(LONG)),
                new Hostile("one long word", "a".repeat(LONG)),
                new Hostile("one long word of capitals", "A".repeat(LONG)),
                new Hostile("digits", "7".repeat(LONG)),
                new Hostile("numbers", "7 ".repeat(LONG / 2)),
                new Hostile("quotes in quotes", "“he said ".repeat(LONG / 9) + "”".repeat(LONG / 9)),
                new Hostile("brackets", "(".repeat(LONG)),
                new Hostile("hyphens", "Russian-".repeat(LONG / 8)),
                new Hostile("no spaces", "Russiankilledtwo,attackedKyiv.".repeat(LONG / 30)),
                new Hostile("capitalised names", "Abo Bebe Cicero ".repeat(LONG / 16)),
                new Hostile("places", "Kyiv Gaza Goma ".repeat(LONG / 15)),
                new Hostile("number words", "two hundred and ".repeat(LONG / 16)),
                new Hostile("line ends", "\n".repeat(LONG) + "Shells fell."),
                new Hostile("surrogates", "\uD83D\uDCA3".repeat(LONG / 2)),
                new Hostile("combining marks", "e\u0301".repeat(LONG / 2)),
                new Hostile("Arabic", "قصفت القوات المدينة ".repeat(LONG / 20)),
                new Hostile(
                        "one attack often",
                        "A Russian drone strike on Kherson killed two people on Monday, Governor Ivan Petrenko said. "
                                .repeat(LONG / 92)),
                new Hostile("many tolls", tolls()),
                new Hostile(
                        "the longest article",
                        "A Russian drone strike on Kherson killed two people, officials said.\n\n".repeat(14_000)));
    }

    /** Attacks on many places with many figures, so that nothing is the same event. */
    private static String tolls() {
        List<String> places =
                List.of("Kyiv", "Odesa", "Lviv", "Sumy", "Kherson", "Gaza", "Goma", "Gao", "Mopti", "Nyala");
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < LONG; i++) {
            text.append("Shelling of ")
                    .append(places.get(i % places.size()))
                    .append(" on ")
                    .append(1 + i % 28)
                    .append(" May killed ")
                    .append(i)
                    .append(" people and wounded ")
                    .append(2 * i)
                    .append(", the mayor said. ");
        }
        return text.toString();
    }

    private static List<Hostile> mixtures(Random random, int count) {
        List<Hostile> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 << (8 + random.nextInt(9));
            while (text.length() < length) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(20) == 0 ? "" : " ");
            }
            texts.add(new Hostile("mixture " + i, text.toString()));
        }
        return texts;
    }
}
