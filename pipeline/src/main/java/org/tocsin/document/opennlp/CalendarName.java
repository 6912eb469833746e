package org.tocsin.document.opennlp;

import java.util.regex.Pattern;

/** Words that may follow "a.m." inside a sentence: weekdays, months and time zones. */
final class CalendarName {
    private static final Pattern NAME = Pattern.compile(
            "\\s*\\(?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b.*"
                    + "|\\s*\\(?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b.*"
                    + "|\\s*\\(?(?:GMT|UTC|EST|EDT|ET|BST|CET|CEST|EET|MSK|IST|PKT|Kyiv time|Moscow time|[A-Z][a-z]+ time)\\b.*",
            Pattern.DOTALL);

    /** Longest look ahead, in characters. */
    private static final int AHEAD = 30;

    private CalendarName() {}

    /** Whether one of the words starts here. */
    static boolean startsAt(String text, int at) {
        return NAME.matcher(text.substring(at, Math.min(text.length(), at + AHEAD)))
                .matches();
    }
}
