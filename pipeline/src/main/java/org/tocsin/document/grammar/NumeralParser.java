package org.tocsin.document.grammar;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.document.grammar.NumberWords.Kind;
import org.tocsin.document.grammar.NumberWords.Word;
import org.tocsin.document.grammar.Numeral.Form;

/** Reads the longest number that starts at a token: figures, words, both mixed ("1.2 million"), vague words, ordinals. Thread-safe. */
final class NumeralParser {
    private static final Set<String> AFTER_A = Tags.like("NNS|JJR|CD");

    /** Longest token that is looked at as a number, in characters. */
    private static final int LONGEST = 40;

    /** Highest figure that is read, so that it fits a long with room for sums. */
    private static final double HIGHEST = 1e15;

    private static final Pattern FIGURES = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,6})?)(?:(st|nd|rd|th)|-?([a-z%+][a-z%./'+-]*))?");
    private static final Pattern FIGURE_RANGE =
            Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,9})-(\\d{1,3}(?:,\\d{3})+|\\d{1,9})");

    private final NumberWords words = NumberWords.shared();

    /** The number that starts at this token; null where none does. */
    @Nullable
    Numeral parse(List<Token> tokens, int at) {
        String lower = tokens.get(at).lower();
        if (lower.length() > LONGEST) {
            return null;
        }
        Numeral figures = figures(tokens, at, lower);
        if (figures != null) {
            return figures;
        }
        Numeral half = halfOf(tokens, at);
        if (half != null) {
            return half;
        }
        return isArticle(lower) ? afterArticle(tokens, at) : words(tokens, at);
    }

    private @Nullable Numeral figures(List<Token> tokens, int at, String lower) {
        if (!Character.isDigit(lower.charAt(0))) {
            return null;
        }
        Matcher range = FIGURE_RANGE.matcher(lower);
        if (range.matches()) {
            double low = figure(range.group(1));
            double high = figure(range.group(2));
            return low < high ? new Numeral(at, at + 1, low, low, high, Form.RANGE, "") : null;
        }
        Matcher matcher = FIGURES.matcher(lower);
        if (!matcher.matches()) {
            return null;
        }
        double value = figure(matcher.group(1));
        if (matcher.group(2) != null) {
            return Numeral.exact(at, at + 1, value, Form.ORDINAL, "");
        }
        String suffix = matcher.group(3) == null ? "" : matcher.group(3);
        Numeral numeral = Numeral.exact(at, at + 1, value, Form.FIGURES, suffix);
        return suffix.isEmpty() ? scaled(tokens, thousands(tokens, numeral)) : scaledBySuffix(numeral);
    }

    private static double figure(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }

    /** "12 000": a space as thousands separator, read only where the second group is zeros, as otherwise two numbers may meet. */
    private static Numeral thousands(List<Token> tokens, Numeral numeral) {
        boolean zeros = numeral.to() < tokens.size()
                && tokens.get(numeral.to()).text().equals("000")
                && tokens.get(numeral.from()).text().length() <= 3;
        return zeros ? numeral.times(1000, numeral.to() + 1) : numeral;
    }

    private static Numeral scaledBySuffix(Numeral numeral) {
        double value = numeral.value() == null ? 0 : numeral.value();
        return switch (numeral.suffix()) {
            case "k" -> Numeral.exact(numeral.from(), numeral.to(), value * 1e3, Form.FIGURES, "");
            case "bn" -> Numeral.exact(numeral.from(), numeral.to(), value * 1e9, Form.FIGURES, "");
            case "mn" -> Numeral.exact(numeral.from(), numeral.to(), value * 1e6, Form.FIGURES, "");
            default -> numeral;
        };
    }

    /** Multiplies by the scale words that follow: "million", "hundred thousand", "dozen". */
    private Numeral scaled(List<Token> tokens, Numeral numeral) {
        Numeral result = numeral;
        while (result.to() < tokens.size()) {
            Word scale = words.get(tokens.get(result.to()).lower(), Kind.SCALE);
            Double high = result.high();
            if (scale == null || high != null && high * scale.figure() > HIGHEST) {
                return result;
            }
            result = result.times(scale.figure(), result.to() + 1);
        }
        return result;
    }

    /** "a couple of soldiers", "a couple dozen"; "a couple" alone is a man and a woman. */
    private static boolean isQuantity(List<Token> tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).lower().equals("of")
                        || AFTER_A.contains(tokens.get(at).tag())
                        || tokens.get(at).lower().equals("dozen"));
    }

    private static boolean isArticle(String lower) {
        return lower.equals("a") || lower.equals("an");
    }

    /** "a dozen", "a hundred", "a couple", "a few": the article is part of the number. */
    private @Nullable Numeral afterArticle(List<Token> tokens, int at) {
        if (at + 1 >= tokens.size()) {
            return null;
        }
        String next = tokens.get(at + 1).lower();
        if (words.get(next, Kind.SCALE) != null) {
            Numeral read = cardinal(tokens, at + 1, 1);
            return read == null ? null : read.startingAt(at);
        }
        boolean pair = next.equals("couple") && !isQuantity(tokens, at + 2);
        boolean quantity = next.equals("few") || next.equals("couple") && !pair || next.equals("handful");
        Numeral vague = quantity ? vague(tokens, at + 1) : null;
        return vague == null ? null : vague.startingAt(at);
    }

    /** "half a dozen", "half a million". */
    private @Nullable Numeral halfOf(List<Token> tokens, int at) {
        if (!tokens.get(at).lower().equals("half")
                || at + 2 >= tokens.size()
                || !isArticle(tokens.get(at + 1).lower())) {
            return null;
        }
        Word scale = words.get(tokens.get(at + 2).lower(), Kind.SCALE);
        return scale == null ? null : Numeral.exact(at, at + 3, scale.figure() / 2, Form.WORDS, "");
    }

    private @Nullable Numeral words(List<Token> tokens, int at) {
        String lower = tokens.get(at).lower();
        Word word = words.get(lower);
        if (word == null) {
            return hyphenated(tokens, at, lower);
        }
        return switch (word.kind()) {
            case UNIT, TEN -> cardinal(tokens, at, 0);
            case SCALE -> null;
            case VAGUE -> vague(tokens, at);
            case ORDINAL -> Numeral.exact(at, at + 1, word.figure(), Form.ORDINAL, "");
        };
    }

    /** "twenty-one", "twenty-first", "one-hundred", "nine-storey", "two-year-old". */
    private @Nullable Numeral hyphenated(List<Token> tokens, int at, String lower) {
        int hyphen = lower.indexOf('-');
        if (hyphen <= 0) {
            return null;
        }
        Word head = words.get(lower.substring(0, hyphen));
        if (head == null || head.kind() == Kind.VAGUE || head.kind() == Kind.ORDINAL) {
            return null;
        }
        String rest = lower.substring(hyphen + 1);
        int second = rest.indexOf('-');
        String next = second < 0 ? rest : rest.substring(0, second);
        Word unit = words.get(next);
        if (head.kind() == Kind.TEN && unit != null && isDigit(unit)) {
            double value = head.figure() + unit.figure();
            if (unit.kind() == Kind.ORDINAL) {
                return Numeral.exact(at, at + 1, value, Form.ORDINAL, "");
            }
            String suffix = second < 0 ? "" : rest.substring(second + 1);
            return suffix.isEmpty() ? cardinal(tokens, at, 0) : Numeral.exact(at, at + 1, value, Form.WORDS, suffix);
        }
        if (unit != null && unit.kind() == Kind.SCALE && second < 0) {
            return scaled(tokens, Numeral.exact(at, at + 1, head.figure() * unit.figure(), Form.WORDS, ""));
        }
        return Numeral.exact(at, at + 1, head.figure(), Form.WORDS, rest);
    }

    /** Whether a word can follow twenty, thirty ... */
    private static boolean isDigit(Word word) {
        return (word.kind() == Kind.UNIT || word.kind() == Kind.ORDINAL) && word.figure() > 0 && word.figure() < 10;
    }

    /**
     * A number in words: units and tens add up, hundreds multiply what stands before them, thousands and more close a group.
     *
     * @param start figure to begin with: 1 behind an article, 0 otherwise
     */
    private @Nullable Numeral cardinal(List<Token> tokens, int from, double start) {
        CardinalSum sum = new CardinalSum(start);
        int at = from;
        while (at < tokens.size()) {
            int next = at > from && joins(tokens, at, sum) ? at + 1 : at;
            if (!sum.accept(tokens.get(next).lower(), words)) {
                break;
            }
            at = next + 1;
        }
        return at == from ? null : Numeral.exact(from, at, sum.total(), Form.WORDS, "");
    }

    /** "and" inside a number: "one hundred and twenty". */
    private boolean joins(List<Token> tokens, int at, CardinalSum sum) {
        return tokens.get(at).lower().equals("and")
                && at + 1 < tokens.size()
                && sum.takesAnd(tokens.get(at + 1).lower(), words);
    }

    /** "dozens", "tens of thousands", "several hundred", "a few dozen", "many". */
    private @Nullable Numeral vague(List<Token> tokens, int at) {
        Word word = words.get(tokens.get(at).lower(), Kind.VAGUE);
        if (word == null) {
            return null;
        }
        Numeral numeral = new Numeral(at, at + 1, word.value(), word.low(), word.high(), Form.VAGUE, "");
        if (at + 2 < tokens.size() && tokens.get(at + 1).lower().equals("of")) {
            Word of = words.get(tokens.get(at + 2).lower(), Kind.VAGUE);
            if (of != null && of.low() != null && tokens.get(at + 2).lower().endsWith("s")) {
                double unit = of.low() >= 2_000_000 ? 1e6 : of.low() >= 2000 ? 1e3 : 100;
                return numeral.times(unit, at + 3);
            }
        }
        return scaled(tokens, numeral);
    }
}
