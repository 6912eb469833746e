package org.tocsin.document.casing;

import java.util.regex.Pattern;

/** Tells where sentences begin in a text of capitals. */
final class SentenceStarts {
    /** Full stops that end no sentence: abbreviated names and titles, numbers. */
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|[^\\p{L}])(?:(?:\\p{L}\\.)+|GEN\\.|COL\\.|LT\\.|SGT\\.|CAPT\\.|MAJ\\.|MR\\.|MRS\\.|DR\\.|NO\\.|ST\\.)$");

    private static final int LONGEST_ABBREVIATION = 12;

    private SentenceStarts() {}

    /** Whether a sentence begins at an offset: at the start, behind a full stop, a dateline's bracket or dash, in a new paragraph. */
    static boolean at(String text, int start) {
        int at = before(text, start);
        if (at < 0 || "!?:".indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        return switch (text.charAt(at)) {
            case '.' ->
                !ABBREVIATED
                        .matcher(text.substring(Math.max(0, at - LONGEST_ABBREVIATION), at + 1))
                        .find();
            case ']' -> isDateline(text, at);
            case '-' -> at > 0 && text.charAt(at - 1) == '-';
            default -> text.substring(at, start).contains("\n\n");
        };
    }

    /** A bracket that belongs to the dateline ("[TEXT]") stands at the start or behind a dash, a bracket or a full stop. */
    private static boolean isDateline(String text, int closing) {
        int opening = text.lastIndexOf('[', closing);
        int at = before(text, opening);
        return at < 0 || "-].".indexOf(text.charAt(at)) >= 0;
    }

    private static int before(String text, int start) {
        int at = start - 1;
        while (at >= 0 && (Character.isWhitespace(text.charAt(at)) || "\"'([".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at;
    }
}
