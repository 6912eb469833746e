package org.tocsin.article;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Rewrites typography to the plain characters that the language models were trained on: straight quotes, hyphens, "--" for
 * dashes, "..." for the ellipsis, plain spaces, letters without ligatures; invisible characters go. Offsets into the original
 * are kept in the result.
 */
public final class Typography {
    private Typography() {}

    /** The plain form of a text. Accepts any text. */
    public static PlainText plain(String original) {
        Writer writer = new Writer(original.length());
        int at = 0;
        while (at < original.length()) {
            int end = composedEnd(original, at);
            if (end > at + 1) {
                writer.write(Normalizer.normalize(original.substring(at, end), Normalizer.Form.NFC), at, end);
            } else {
                writer.write(replacement(original, at), at, end);
            }
            at = end;
        }
        return writer.finish();
    }

    /** End of the letter with its accents that starts here, where Unicode has one character for both; else the next character. */
    private static int composedEnd(String text, int at) {
        int next = at + 1;
        if (next < text.length() && isAccent(text.charAt(next)) && Character.isLetter(text.charAt(at))) {
            String composed = Normalizer.normalize(text.substring(at, next + 1), Normalizer.Form.NFC);
            if (composed.length() == 1) {
                return next + 1;
            }
        }
        return next;
    }

    private static boolean isAccent(char c) {
        return c >= '\u0300' && c <= '\u036F';
    }

    private static String replacement(String text, int at) {
        char c = text.charAt(at);
        if (c < '\u0080') {
            return ascii(text, at);
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4', '\u2039', '\u203A', '\u02BC' -> "'";
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' -> "\"";
            case '\u2010', '\u2011', '\u2012', '\u2212', '\uFE63', '\uFF0D' -> "-";
            case '\u2013' -> joinsWords(text, at) ? "-" : "--";
            case '\u2014', '\u2015', '\u2E3A' -> "--";
            case '\u2026' -> "...";
            case '\u2022', '\u25CF', '\u25AA' -> "*";
            case '\uFB00' -> "ff";
            case '\uFB01' -> "fi";
            case '\uFB02' -> "fl";
            case '\uFB03' -> "ffi";
            case '\uFB04' -> "ffl";
            default -> other(c);
        };
    }

    /** A line end of two characters becomes one. */
    private static String ascii(String text, int at) {
        char c = text.charAt(at);
        if (c == '\r') {
            return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "" : "\n";
        }
        return c == '`' ? "'" : String.valueOf(c);
    }

    /** Whether an en dash stands between two letters or digits without spaces, as a hyphen would. */
    private static boolean joinsWords(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static String other(char c) {
        if (c == '\u2028' || c == '\u2029' || c == '\u0085') {
            return "\n";
        }
        if (Character.isSpaceChar(c)) {
            return " ";
        }
        if (c == '\u00AD' || c == '\u180E' || Character.getType(c) == Character.FORMAT) {
            return "";
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return String.valueOf((char) (c - '\uFF01' + '!'));
        }
        return String.valueOf(c);
    }

    /** Collects plain characters with the interval of the original that each stands for. */
    private static final class Writer {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Writer(int capacity) {
            text = new StringBuilder(capacity + 16);
            starts = new int[capacity + 16];
            ends = new int[capacity + 16];
        }

        void write(String plain, int start, int end) {
            int needed = text.length() + plain.length();
            if (needed > starts.length) {
                int size = Math.max(needed, starts.length * 2);
                starts = Arrays.copyOf(starts, size);
                ends = Arrays.copyOf(ends, size);
            }
            for (int i = 0; i < plain.length(); i++) {
                starts[text.length()] = start;
                ends[text.length()] = end;
                text.append(plain.charAt(i));
            }
        }

        PlainText finish() {
            return new PlainText(text.toString(), starts, ends);
        }
    }
}
