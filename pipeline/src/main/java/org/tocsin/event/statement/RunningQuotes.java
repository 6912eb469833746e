package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;

/**
 * Gives the sentences of a quotation that runs over several of them to its speaker, who is named in only one: before them, or in the
 * sentence that ends it.
 */
final class RunningQuotes {
    private static final int REACH = 4;

    private final Document document;
    private final SpeechReader reader;
    private final Quotations quotations;

    RunningQuotes(Document document, SpeechReader reader, Quotations quotations) {
        this.document = document;
        this.reader = reader;
        this.quotations = quotations;
    }

    /** The acts told inside quotations by sentences that have no reading yet. */
    List<Reading> of(List<Reading> readings) {
        List<Reading> found = new ArrayList<>();
        Reading held = null;
        for (Sentence sentence : document.sentences()) {
            boolean silent = readings.stream().noneMatch(reading -> reading.sentence() == sentence);
            Reading told = quotations.begins(sentence) && silent ? speech(sentence, readings) : null;
            held = !quotations.begins(sentence) || !silent ? null : told != null ? told : held;
            if (held != null) {
                read(sentence, held).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Reading> read(Sentence sentence, Reading told) {
        Speakers speakers = Speakers.of(document, sentence);
        Subject subject = new Subject(told.speaker(), "speech-quote-content");
        return reader.ofWords(speakers, 0, sentence.tokens().size(), subject);
    }

    /** The reading that names the speaker: the last one before, or the first one behind in the same paragraph. */
    private @Nullable Reading speech(Sentence sentence, List<Reading> readings) {
        Reading before = null;
        for (Reading reading : readings) {
            if (isToldInside(reading)) {
                continue;
            }
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

    /** Whether an act is itself told inside a quotation by somebody else's words. */
    private boolean isToldInside(Reading reading) {
        return quotations.begins(reading.sentence())
                && !reading.rule().startsWith("speech-first-person")
                && reading.sentence().tokens().stream()
                        .filter(token -> token.start() >= reading.speaker().start())
                        .findFirst()
                        .filter(token -> quotations.isInside(reading.sentence(), token.index()))
                        .isPresent();
    }

    private static boolean introduces(Reading reading) {
        return reading.sentence().text().strip().endsWith(":");
    }
}
