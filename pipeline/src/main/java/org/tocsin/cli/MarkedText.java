package org.tocsin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text in numbered lines for a terminal, each with a row beneath that marks the characters which events were read from with the
 * last digit of the event's number, or {@code *} where several events were. What a terminal would obey is shown as an escape.
 */
final class MarkedText {
    private static final int WIDTH = 100;
    private static final char SEVERAL = '*';

    private final String text;
    private final char[] marks;

    MarkedText(String text) {
        this.text = text;
        this.marks = " ".repeat(text.length()).toCharArray();
    }

    /** Marks the characters that a numbered event was read from. */
    void mark(int number, int start, int end) {
        char digit = Character.forDigit(number % 10, 10);
        for (int i = Math.max(0, start); i < Math.min(end, marks.length); i++) {
            marks[i] = marks[i] == ' ' || marks[i] == digit ? digit : SEVERAL;
        }
    }

    /** Where a character stands: {@code line:column}, both from 1. */
    String position(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return line + ":" + column;
    }

    /** The characters between two offsets, safe for a terminal. */
    String part(int start, int end) {
        StringBuilder part = new StringBuilder();
        for (int i = Math.max(0, start); i < Math.min(end, text.length()); i++) {
            part.append(shown(text.charAt(i)));
        }
        return part.toString();
    }

    /** The rows: text, and marks where a row has any. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        int line = 1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(rows, line, start, end);
            line++;
            start = end + 1;
        }
        return rows;
    }

    /** One line of the text, folded at spaces into rows. */
    private void line(List<String> rows, int line, int start, int end) {
        String number = String.format(Locale.ROOT, "%4d  ", line);
        int at = start;
        while (at < end) {
            int rowEnd = rowEnd(at, end);
            row(rows, number, at, rowEnd);
            number = " ".repeat(number.length());
            at = rowEnd;
        }
    }

    private int rowEnd(int at, int end) {
        if (end - at <= WIDTH) {
            return end;
        }
        int space = text.lastIndexOf(' ', at + WIDTH);
        return space <= at ? at + WIDTH : space + 1;
    }

    private void row(List<String> rows, String number, int from, int to) {
        StringBuilder shown = new StringBuilder(number);
        StringBuilder beneath = new StringBuilder(" ".repeat(number.length()));
        for (int i = from; i < to; i++) {
            String character = shown(text.charAt(i));
            shown.append(character);
            beneath.append(String.valueOf(marks[i]).repeat(character.length()));
        }
        rows.add(shown.toString().stripTrailing());
        if (!beneath.toString().isBlank()) {
            rows.add(beneath.toString().stripTrailing());
        }
    }

    /** A character as it is, or as an escape such as {@code \u001b} where a terminal would obey it or show nothing. */
    private static String shown(char c) {
        boolean obeyed =
                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\u2028' || c == '\u2029';
        return obeyed ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
    }
}
