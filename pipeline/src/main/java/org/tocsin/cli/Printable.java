package org.tocsin.cli;

/**
 * Text from outside made safe for a terminal: without the control characters that could move the cursor, colour or rewrite what
 * is shown, and without invisible characters that reverse the reading direction.
 */
final class Printable {
    private Printable() {}

    /** The text on one line: line breaks and tabs become spaces, other control and format characters go. */
    static String line(String text) {
        return clean(text, false);
    }

    /** The text with its line breaks; other control and format characters go. */
    static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepLines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' && keepLines) {
                clean.append('\n');
            } else if (c == '\n' || c == '\t' || c == '\u2028' || c == '\u2029') {
                clean.append(' ');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }
}
