package org.tocsin.document.opennlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/** Splits a paragraph into sentences: the model proposes, rules for what news writes repair. Not thread-safe. */
final class SentenceSplitter {
    /** Digits of a number that ends a sentence. */
    private static final int LONGEST_NUMBER = 4;
    /** Characters of a sentence before its last number: less is the number of a paragraph. */
    private static final int SHORTEST_BEFORE_NUMBER = 12;

    private final SentenceDetectorME detector;
    private final Abbreviations abbreviations;

    SentenceSplitter(OpenNlpModels models, Abbreviations abbreviations) {
        this.detector = new SentenceDetectorME(models.sentences());
        this.abbreviations = abbreviations;
    }

    /** The sentences of a paragraph in order, as intervals of the paragraph's characters. */
    List<Span> split(String paragraph) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (Span proposed : detector.sentPosDetect(paragraph)) {
            if (endsInAbbreviation(paragraph, start, proposed.getEnd()) || continues(paragraph, proposed.getEnd())) {
                continue;
            }
            addSplit(paragraph, start, proposed.getEnd(), sentences);
            start = proposed.getEnd();
        }
        addSplit(paragraph, start, paragraph.length(), sentences);
        return sentences;
    }

    /** Whether the text up to here ends in an abbreviation that never ends a sentence ("Gen.", "Lt."), or in an initial. */
    private boolean endsInAbbreviation(String text, int start, int end) {
        if (end >= text.length() || end - start < 2 || text.charAt(end - 1) != '.') {
            return false;
        }
        int from = end - 1;
        while (from > start && !Character.isWhitespace(text.charAt(from - 1)) && text.charAt(from - 1) != '(') {
            from--;
        }
        String word = text.substring(from, end - 1).toLowerCase(Locale.ROOT);
        if (word.equals("a.m") || word.equals("p.m")) {
            return CalendarName.startsAt(text, end);
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(text.charAt(from)) && !word.equals("i");
        return initial || abbreviations.contains(word, text, end);
    }

    /** Whether what follows cannot start a sentence: a lower-case letter, a closing mark or one more stop. */
    private static boolean continues(String text, int end) {
        int at = end;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        return at < text.length() && (Character.isLowerCase(text.charAt(at)) || ",;).!?".indexOf(text.charAt(at)) >= 0);
    }

    /** Adds an interval, split further where a space is missing behind a full stop ("aid.In what"), or the model missed a plain end. */
    private void addSplit(String text, int start, int end, List<Span> sentences) {
        int from = start;
        for (int at = start + 1; at < end - 1; at++) {
            int cut = missedEnd(text, from, at, end);
            if (cut > 0) {
                addTrimmed(text, from, cut, sentences);
                from = cut;
                at = cut;
            }
        }
        addTrimmed(text, from, end, sentences);
    }

    private int missedEnd(String text, int start, int at, int end) {
        char mark = text.charAt(at);
        if (mark != '.' && mark != '?' && mark != '!') {
            return 0;
        }
        int next = at + 1;
        while (next < end && (text.charAt(next) == '"' || text.charAt(next) == '\'')) {
            next++;
        }
        if (next + 1 >= end || endsInAbbreviation(text, start, at + 1)) {
            return 0;
        }
        boolean missed = glued(text, at, next)
                || spaced(text, at, next, end)
                || behindHour(text, at, next)
                || behindNumber(text, start, at, next);
        return missed ? next : 0;
    }

    /** "aid.In": two lower-case letters, the mark, a capital and a lower-case letter. */
    private static boolean glued(String text, int at, int next) {
        return at >= 2
                && Character.isLowerCase(text.charAt(at - 1))
                && Character.isLowerCase(text.charAt(at - 2))
                && Character.isUpperCase(text.charAt(next))
                && Character.isLowerCase(text.charAt(next + 1));
    }

    /** "at 3 p.m. Russia": a capital behind an hour, no weekday, month or zone, as {@link #endsInAbbreviation} has seen. */
    private static boolean behindHour(String text, int at, int next) {
        boolean hour = at >= 4 && (text.startsWith(" p.m", at - 4) || text.startsWith(" a.m", at - 4));
        return hour && text.charAt(next) == ' ' && Character.isUpperCase(text.charAt(next + 1));
    }

    /** "the injured at 12. Three passengers": a number in the middle of a sentence, the mark, a space and a word with a capital. */
    private static boolean behindNumber(String text, int start, int at, int next) {
        int digits = at;
        while (digits > start && Character.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        boolean number = digits < at && at - digits <= LONGEST_NUMBER && digits - start >= SHORTEST_BEFORE_NUMBER;
        return number
                && text.charAt(digits - 1) == ' '
                && Character.isLowerCase(text.charAt(digits - 2))
                && next == at + 1
                && text.charAt(next) == ' '
                && next + 2 < text.length()
                && Character.isUpperCase(text.charAt(next + 1))
                && Character.isLowerCase(text.charAt(next + 2));
    }

    /** A word in lower case, the mark, a space, a capital: an end that the model missed. */
    private static boolean spaced(String text, int at, int next, int end) {
        int capital = next;
        while (capital < end && text.charAt(capital) == ' ') {
            capital++;
        }
        boolean quote = capital < end && text.charAt(capital) == '"';
        int letter = quote ? capital + 1 : capital;
        return capital > next
                && letter < end
                && at >= 3
                && Character.isLowerCase(text.charAt(at - 1))
                && Character.isLowerCase(text.charAt(at - 2))
                && Character.isLowerCase(text.charAt(at - 3))
                && Character.isUpperCase(text.charAt(letter));
    }

    private static void addTrimmed(String text, int start, int end, List<Span> sentences) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            sentences.add(new Span(from, to));
        }
    }
}
