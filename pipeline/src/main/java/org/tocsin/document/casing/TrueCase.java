package org.tocsin.document.casing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Casing;

/**
 * Gives texts and lines that are written in capitals alone the capitals that a newspaper would write: names of the lexicons and the
 * gazetteer as they are written, first words of sentences and unknown words with a capital, acronyms in capitals, all other words
 * small. Other texts stay as they are. Thread-safe.
 */
public final class TrueCase implements Casing {
    private static final Pattern WORD = Pattern.compile("(?:\\p{L}\\.){2,}|\\p{L}+(?:'\\p{L}+)*");
    private static final Pattern BRACKETED = Pattern.compile("[\\[(]([A-Z]{2,8})[\\])]");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUYÁÉÍÓÚ]");
    private static final Set<String> AMBIGUOUS_MONTHS = Set.of("may", "march");
    private static final Set<String> ARTICLES = Set.of("the", "el", "la", "los", "las", "san", "santa", "new");
    private static final int LONGEST_NAME = 6;
    private static final int LONGEST_ACRONYM = 5;

    private final CommonWords common = CommonWords.shared();
    private final KnownNames names = KnownNames.shared();

    private TrueCase() {}

    /** The restorer of this program. */
    public static TrueCase shared() {
        return Holder.SHARED;
    }

    @Override
    public String restored(String text) {
        StringBuilder restored = new StringBuilder(text);
        if (Capitals.isText(text)) {
            restore(text, 0, text.length(), restored);
            return restored.toString();
        }
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (Capitals.isLine(text.substring(start, end))) {
                restore(text, start, end, restored);
            }
            start = end + 1;
        }
        return restored.toString();
    }

    private record Word(int start, int end, String upper, String lower) {}

    private void restore(String text, int from, int to, StringBuilder restored) {
        List<Word> words = words(text, from, to);
        Set<String> acronyms = acronyms(text.substring(from, to));
        int i = 0;
        while (i < words.size()) {
            int taken = name(text, words, i, restored);
            if (taken == 0) {
                Word word = words.get(i);
                write(restored, word.start, single(text, words, i, acronyms));
                taken = 1;
            }
            if (SentenceStarts.at(text, words.get(i).start)) {
                int first = words.get(i).start;
                restored.setCharAt(first, Character.toUpperCase(restored.charAt(first)));
            }
            i += taken;
        }
    }

    private static List<Word> words(String text, int from, int to) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(from, to);
        while (word.find()) {
            words.add(new Word(word.start(), word.end(), word.group(), lower(word.group())));
        }
        return words;
    }

    /** The text in lower case letter by letter, so that none becomes two. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            lower.setCharAt(i, Character.toLowerCase(text.charAt(i)));
        }
        return lower.toString();
    }

    /** What the text itself gives as an acronym: an unknown word alone in brackets. */
    private Set<String> acronyms(String text) {
        Set<String> acronyms = new HashSet<>();
        Matcher bracketed = BRACKETED.matcher(text);
        while (bracketed.find()) {
            if (!common.contains(lower(bracketed.group(1)))) {
                acronyms.add(bracketed.group(1));
            }
        }
        return acronyms;
    }

    /** Writes the longest name of several words that starts at a word; the number of its words, 0 where there is none. */
    private int name(String text, List<Word> words, int from, StringBuilder restored) {
        for (int to = Math.min(words.size(), from + LONGEST_NAME); to > from + 1; to--) {
            String phrase = phrase(text, words, from, to);
            if (phrase != null && writeName(words.subList(from, to), phrase, restored)) {
                return to - from;
            }
        }
        return 0;
    }

    private boolean writeName(List<Word> words, String phrase, StringBuilder restored) {
        String name = name(words, phrase);
        if (name == null || name.length() != phrase.length()) {
            return false;
        }
        write(restored, words.get(0).start, name);
        return true;
    }

    private @Nullable String name(List<Word> words, String phrase) {
        String written = names.ofLexicons(phrase);
        if (written != null) {
            return written;
        }
        boolean telling = words.stream().anyMatch(word -> !common.contains(word.lower));
        String first = words.get(0).lower;
        String last = words.get(words.size() - 1).lower;
        boolean whole = (ARTICLES.contains(first) || !isFunctionWord(first)) && !isFunctionWord(last);
        return telling && whole && names.isPlace(phrase) ? KnownNames.capitalised(phrase) : null;
    }

    private boolean isFunctionWord(String lower) {
        return lower.length() <= 3 && common.contains(lower);
    }

    /** The words in lower case, with one space or hyphen between them; null where something else stands there. */
    private static @Nullable String phrase(String text, List<Word> words, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            String gap = text.substring(words.get(i - 1).end, words.get(i).start);
            if (!gap.equals(" ") && !gap.equals("-")) {
                return null;
            }
        }
        return lower(text.substring(words.get(from).start, words.get(to - 1).end));
    }

    private String single(String text, List<Word> words, int i, Set<String> acronyms) {
        Word word = words.get(i);
        String lower = word.lower;
        if (word.start > 0 && Character.isDigit(text.charAt(word.start - 1))) {
            return lower;
        }
        if (word.upper.contains(".") || acronyms.contains(word.upper)) {
            return word.upper;
        }
        if (AMBIGUOUS_MONTHS.contains(lower) && besideNumber(text, word)) {
            return capital(lower);
        }
        int apostrophe = lower.indexOf('\'');
        String stem = apostrophe < 0 ? lower : lower.substring(0, apostrophe);
        String ending = lower.substring(stem.length());
        if (lower.length() == 1 || common.contains(stem)) {
            return lower.equals("i") ? "I" : lower;
        }
        String written = names.ofLexicons(stem);
        if (written != null && written.length() == stem.length()) {
            return written + ending;
        }
        if (common.looksBuilt(stem) && !names.isPlace(stem)) {
            return lower;
        }
        boolean unspeakable =
                stem.length() <= LONGEST_ACRONYM && !VOWEL.matcher(word.upper).find();
        return (unspeakable ? stem.toUpperCase(Locale.ROOT) : capital(stem)) + ending;
    }

    /** Whether a number stands beside a word, as beside the name of a month. */
    private static boolean besideNumber(String text, Word word) {
        int before = word.start - 2;
        int behind = word.end + 1;
        return before >= 0 && Character.isDigit(text.charAt(before))
                || behind < text.length() && Character.isDigit(text.charAt(behind));
    }

    private static String capital(String lower) {
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private static void write(StringBuilder restored, int start, String word) {
        restored.replace(start, start + word.length(), word);
    }

    private static final class Holder {
        static final TrueCase SHARED = new TrueCase();
    }
}
