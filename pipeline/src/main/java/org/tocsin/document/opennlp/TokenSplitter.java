package org.tocsin.document.opennlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.util.Span;

/**
 * Splits a sentence into tokens as the Penn Treebank does: the model proposes, rules repair what its training text did not
 * hold. Hyphen compounds ("eight-year-old"), designations ("S-400") and figures ("12,000", "1.5") stay whole; possessives,
 * brackets, quotes, dashes and currency signs stand alone. Not thread-safe.
 */
final class TokenSplitter {
    private static final String ALONE = "\"()[]{};?!*$\u20AC\u00A3";
    private final ProposedTokens proposals;
    private final Abbreviations abbreviations;

    TokenSplitter(OpenNlpModels models, Abbreviations abbreviations) {
        this.proposals = new ProposedTokens(models.tokens());
        this.abbreviations = abbreviations;
    }

    /** The tokens of a sentence in plain typography, as intervals of its characters. */
    List<Span> split(String sentence) {
        List<Span> tokens = new ArrayList<>();
        for (Span joined : joinCompounds(sentence, proposals.of(sentence))) {
            splitAlone(sentence, joined.getStart(), joined.getEnd(), tokens);
        }
        return tokens;
    }

    /** Joins tokens without a space between them around a hyphen, or around a comma or point between digits. */
    private List<Span> joinCompounds(String text, List<Span> proposed) {
        List<Span> joined = new ArrayList<>();
        for (Span span : proposed) {
            int last = joined.size() - 1;
            if (last >= 0
                    && joined.get(last).getEnd() == span.getStart()
                    && belongs(text, span.getStart(), joined.get(last))) {
                joined.set(last, new Span(joined.get(last).getStart(), span.getEnd()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private boolean belongs(String text, int seam, Span left) {
        char before = text.charAt(seam - 1);
        char after = text.charAt(seam);
        if (before == '.' && after == '.') {
            return true;
        }
        if (after == '.' && seam + 1 < text.length()) {
            String word = text.substring(left.getStart(), seam).toLowerCase(Locale.ROOT);
            return abbreviations.contains(word, text, seam + 1) || fits(before, after, text.charAt(seam + 1));
        }
        if (isMark(before)) {
            return seam - 2 >= left.getStart() && fits(text.charAt(seam - 2), before, after);
        }
        return isMark(after) && seam + 1 < text.length() && fits(before, after, text.charAt(seam + 1));
    }

    private static boolean isMark(char c) {
        return c == '-' || c == ',' || c == '.' || c == ':';
    }

    private static boolean fits(char before, char mark, char after) {
        if (mark == '-') {
            return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        }
        return Character.isDigit(before) && Character.isDigit(after);
    }

    /** Adds an interval, cut at marks that always stand alone, at double hyphens and at ellipses. */
    private void splitAlone(String text, int start, int end, List<Span> tokens) {
        int from = start;
        int at = start;
        while (at < end) {
            int width = aloneWidth(text, at, end);
            if (width == 0) {
                at++;
                continue;
            }
            addWord(text, from, at, tokens);
            tokens.add(new Span(at, at + width));
            at += width;
            from = at;
        }
        addWord(text, from, end, tokens);
    }

    private static int aloneWidth(String text, int at, int end) {
        char c = text.charAt(at);
        boolean repeats = (c == '-' || c == '.') && at + 1 < end && text.charAt(at + 1) == c;
        if (repeats) {
            int to = at;
            while (to < end && text.charAt(to) == c) {
                to++;
            }
            return to - at;
        }
        return ALONE.indexOf(c) >= 0 ? 1 : 0;
    }

    /** Adds a word, cut at a possessive, at leading quotes and at trailing commas, colons and full stops. */
    private void addWord(String text, int start, int end, List<Span> tokens) {
        int from = start;
        int to = end;
        while (from < to - 1 && text.charAt(from) == '\'' && !isClitic(text, from, to)) {
            tokens.add(new Span(from, from + 1));
            from++;
        }
        int tail = to;
        while (tail > from + 1 && trails(text, from, tail)) {
            tail--;
        }
        if (from >= to) {
            return;
        }
        int clitic = cliticStart(text, from, tail);
        if (clitic > from) {
            tokens.add(new Span(from, clitic));
            tokens.add(new Span(clitic, tail));
        } else {
            tokens.add(new Span(from, tail));
        }
        for (int at = tail; at < to; at++) {
            tokens.add(new Span(at, at + 1));
        }
    }

    private boolean trails(String text, int start, int end) {
        char last = text.charAt(end - 1);
        if (last == ',' || last == ':') {
            return true;
        }
        if (last == '.') {
            return end == text.length() && text.charAt(end - 2) != '.' && !abbreviated(text.substring(start, end - 1));
        }
        return last == '\'' && Character.isLetterOrDigit(text.charAt(end - 2)) && text.charAt(end - 2) != 's';
    }

    private static boolean abbreviated(String word) {
        return word.indexOf('.') > 0 && word.length() <= 6;
    }

    private static boolean isClitic(String text, int start, int end) {
        return end - start <= 3 && Character.isLetter(text.charAt(start + 1));
    }

    /** Where "'s" or the apostrophe of a plural possessive starts; the start itself where there is none. */
    private static int cliticStart(String text, int start, int end) {
        if (end - start > 2 && text.charAt(end - 2) == '\'' && Character.toLowerCase(text.charAt(end - 1)) == 's') {
            return end - 2;
        }
        if (end - start > 2 && text.charAt(end - 1) == '\'' && Character.toLowerCase(text.charAt(end - 2)) == 's') {
            return end - 1;
        }
        return start;
    }
}
