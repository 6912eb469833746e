package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;

/** Where a document's words stand between quotation marks, those of a quotation that runs over several sentences included. */
final class Quotations {
    private static final Pattern OPENS_QUOTE = Pattern.compile("(?s)^[\\s\u2013\u2014-]*[\u201C\u00AB\"].*");

    /** For each sentence, whether a quotation is open before its first character. */
    private final List<Boolean> openBefore = new ArrayList<>();

    Quotations(Document document) {
        boolean open = false;
        int paragraph = -1;
        for (Sentence sentence : document.sentences()) {
            boolean opensAgain = sentence.paragraph() != paragraph && opens(sentence);
            open = open && !opensAgain;
            paragraph = sentence.paragraph();
            openBefore.add(open);
            open = openBehind(sentence.text(), open);
        }
    }

    /** Whether a sentence begins inside a quotation or with its mark. */
    boolean begins(Sentence sentence) {
        return openBefore.get(sentence.index()) || opens(sentence);
    }

    /** Whether a quotation that an earlier sentence opened is still open where a sentence begins. */
    boolean runsInto(Sentence sentence) {
        return openBefore.get(sentence.index());
    }

    /** Whether a token stands inside a quotation. */
    boolean isInside(Sentence sentence, int token) {
        int length = sentence.tokens().get(token).start() - sentence.start();
        String before = sentence.text()
                .substring(0, Math.max(0, Math.min(length, sentence.text().length())));
        return openBehind(before, openBefore.get(sentence.index()));
    }

    private static boolean opens(Sentence sentence) {
        return OPENS_QUOTE.matcher(sentence.text()).matches();
    }

    private static boolean openBehind(String text, boolean before) {
        boolean open = before;
        for (char mark : text.toCharArray()) {
            if (mark == '\u201C' || mark == '\u00AB') {
                open = true;
            } else if (mark == '\u201D' || mark == '\u00BB') {
                open = false;
            } else if (mark == '"') {
                open = !open;
            }
        }
        return open;
    }
}
