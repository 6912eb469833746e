package org.tocsin.bench.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Texts out of news: sentences spliced, shuffled and repeated, words dropped, exchanged and joined, odd characters, numbers, quotes in
 * quotes, and tokens of great length. Several changes may meet in one text.
 */
final class TextMutations {
    private static final int LONGEST = 12_000;
    private static final String[] MARKS = {
        "\"",
        "'",
        "\u201c",
        "\u201d",
        "\u2018",
        "\u2019",
        "\u00ab",
        "\u00bb",
        ",",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        "\u2014",
        "\u2013",
        "-",
        "\u2026",
        "...",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "%",
        "$",
        "&",
        "/",
        "\u2022",
        "and",
        "or",
        "said",
        "killed",
        "of",
        "who",
        "that",
        "not",
        "no",
        "at least",
        "more than",
        "between",
        "to"
    };
    private static final String[] ODD = {
        "\u0000",
        "\u0007",
        "\u001b[31m",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u00ad",
        "\u0301",
        "\u0130",
        "\u0131",
        "\u00df",
        "\u1e9e",
        "\u200b",
        "\u200d",
        "\u200f",
        "\u202e",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffd",
        "\uffff",
        "\ufb01",
        "\ud83d\ude80",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\ud800",
        "\udfff",
        "\udc00\ud800",
        "\u0431",
        "\u0627",
        "\u4e2d\u6587",
        "\u0e01",
        "\u0661\u0662",
        "\uff11\uff12",
        "\u00bd",
        "\u2167",
        "\u01c4"
    };
    private static final String[] NUMBERS = {
        "0",
        "00",
        "-1",
        "1",
        "007",
        "1,000",
        "1.000",
        "1,0,0",
        "1 000",
        "1.5 million",
        "2147483647",
        "2147483648",
        "9223372036854775808",
        "99999999999999999999999999",
        "1e9",
        "NaN",
        "\u00bd",
        "one hundred and",
        "dozens",
        "a hundred thousand million billion",
        "twenty-",
        "3-5",
        "5-3",
        "30 February",
        "31 November 2025",
        "29 February 2023",
        "0 January 0000",
        "99:99",
        "24/7",
        "1st",
        "122nd",
        "2025-13-45",
        "the 1980s",
        "1,2,3,4,5,6,7,8,9"
    };

    private final List<String> news;

    /** Texts out of these. */
    TextMutations(List<String> news) {
        this.news = news;
    }

    String text(Random random) {
        String text = any(random, news);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            text = changed(random, text);
            if (text.length() > LONGEST) {
                text = text.substring(0, LONGEST);
            }
        }
        return text;
    }

    private String changed(Random random, String text) {
        return switch (random.nextInt(12)) {
            case 0 -> cut(random, text);
            case 1 -> shuffled(random, text);
            case 2 -> spliced(random, text);
            case 3 -> repeated(random, text);
            case 4 -> words(random, text, word -> "");
            case 5 -> exchanged(random, text);
            case 6 -> words(random, text, word -> word + " " + any(random, MARKS));
            case 7 -> odd(random, text);
            case 8 -> words(random, text, word -> any(random, NUMBERS));
            case 9 -> quoted(random, text);
            case 10 -> words(random, text, word -> word.repeat(random.nextInt(6) == 0 ? 2_000 : 3));
            default -> random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        };
    }

    private static String cut(Random random, String text) {
        int from = random.nextInt(text.length() + 1);
        return text.substring(from, from + random.nextInt(text.length() - from + 1));
    }

    private static List<String> sentences(String text) {
        return new ArrayList<>(List.of(text.split("(?<=[.!?])\\s")));
    }

    private static String shuffled(Random random, String text) {
        List<String> sentences = sentences(text);
        Collections.shuffle(sentences, random);
        return String.join(random.nextInt(4) == 0 ? "" : " ", sentences);
    }

    /** The beginning of some sentences with the ends of others. */
    private String spliced(Random random, String text) {
        List<String> others = sentences(any(random, news));
        List<String> sentences = sentences(text);
        sentences.replaceAll(sentence -> {
            String other = any(random, others);
            return random.nextInt(3) > 0
                    ? sentence
                    : sentence.substring(0, random.nextInt(sentence.length() + 1))
                            + other.substring(random.nextInt(other.length() + 1));
        });
        return String.join(" ", sentences);
    }

    private static String repeated(Random random, String text) {
        int from = random.nextInt(text.length() + 1);
        String part = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(200)));
        return text.substring(0, from) + part.repeat(1 + random.nextInt(60)) + text.substring(from);
    }

    private String exchanged(Random random, String text) {
        String[] others = any(random, news).split(" ");
        return words(random, text, word -> others[random.nextInt(others.length)]);
    }

    private static String odd(Random random, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < 1 + text.length() / 80; i++) {
            changed.insert(random.nextInt(changed.length() + 1), any(random, ODD));
        }
        return changed.toString();
    }

    private static String quoted(Random random, String text) {
        String open = any(random, new String[] {"\"", "\u201c", "'", "\u201c\u2018\"", "(\""});
        return words(random, text, word -> open + word + (random.nextBoolean() ? open : ""));
    }

    /** Every tenth word or so in another form. */
    private static String words(Random random, String text, java.util.function.UnaryOperator<String> form) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        words.replaceAll(word -> random.nextInt(10) == 0 ? form.apply(word) : word);
        return String.join(" ", words);
    }

    private static String any(Random random, List<String> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static String any(Random random, String[] items) {
        return items[random.nextInt(items.length)];
    }
}
