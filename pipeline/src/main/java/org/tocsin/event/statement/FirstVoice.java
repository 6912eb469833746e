package org.tocsin.event.statement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.schema.Actor;

/**
 * Finds who says "I" and "we" outside quotation marks in a text that no heading marks as a statement: whoever its first sentence or
 * its headline shows in an act of speech ("The United States condemns"), else the state or body on whose pages it stands.
 */
final class FirstVoice {
    private FirstVoice() {}

    /** Who speaks for a document; null where nothing tells. */
    static @Nullable Actor of(Document document) {
        return document.sentences().stream()
                .findFirst()
                .flatMap(first -> Headline.voice(document, Speakers.of(document, first)))
                .or(() -> Headline.voice(document))
                .or(() -> Optional.ofNullable(Publisher.of(document.article())))
                .orElse(null);
    }
}
