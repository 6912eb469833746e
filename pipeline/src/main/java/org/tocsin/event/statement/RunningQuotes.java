package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;

/**
 * Gives the sentences of a quotation that runs over several of them to its speaker, who is named in only one: before them, or in the
 * sentence that ends it.
 */
final class RunningQuotes {
    private static final Pattern OPENS_QUOTE = Pattern.compile("(?s)^[\\s\u2013\u2014-]*[\u201C\u00AB\"].*");

    private static final int REACH = 4;

    private final Document document;
    private final SpeechReader reader;

    RunningQuotes(Document document, SpeechReader reader) {
        this.document = document;
        this.reader = reader;
    }

    /** The acts told inside quotations by sentences that have no reading yet. */
    List<Reading> of(List<Reading> readings) {
        List<Reading> found = new ArrayList<>();
        boolean open = false;
        for (Sentence sentence : document.sentences()) {
            boolean inside = open || opens(sentence);
            open = staysOpen(sentence, open);
            if (inside && readings.stream().noneMatch(reading -> reading.sentence() == sentence)) {
                Reading told = speech(sentence, readings);
                if (told != null) {
                    read(sentence, told).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Reading> read(Sentence sentence, Reading told) {
        Speakers speakers = Speakers.of(document, sentence);
        Subject subject = new Subject(told.speaker(), "speech-quote-content");
        return reader.ofWords(speakers, 0, sentence.tokens().size(), subject);
    }

    private static boolean opens(Sentence sentence) {
        return OPENS_QUOTE.matcher(sentence.text()).matches();
    }

    /** Whether a quotation is still open behind a sentence. */
    private static boolean staysOpen(Sentence sentence, boolean before) {
        boolean open = before;
        for (char mark : sentence.text().toCharArray()) {
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

    /** The reading that names the speaker: the last one before, or the first one behind in the same paragraph. */
    private static @Nullable Reading speech(Sentence sentence, List<Reading> readings) {
        Reading before = null;
        for (Reading reading : readings) {
            int distance = reading.sentence().index() - sentence.index();
            boolean here = reading.sentence().paragraph() == sentence.paragraph();
            if (distance < 0 && -distance <= REACH && (here || introduces(reading) || before != null)) {
                before = reading;
            } else if (distance > 0 && before == null && here && distance <= REACH && reading.quote() != null) {
                return reading;
            }
        }
        return before;
    }

    private static boolean introduces(Reading reading) {
        return reading.sentence().text().strip().endsWith(":");
    }
}
