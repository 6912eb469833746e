package org.tocsin.event;

import java.util.function.Function;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.Sentence;

/**
 * A value with the characters of the article's text that it was read from.
 *
 * @param value the value
 * @param start offset of the first character in the original text
 * @param end offset behind the last character; equal to start where the value was not read from the text (a day taken from
 *     the publication date)
 */
public record Anchored<T>(T value, int start, int end) {
    /** A value that was read from the tokens from (inclusive) to to (exclusive) of a sentence. */
    public static <T> Anchored<T> at(Sentence sentence, int from, int to, T value) {
        return new Anchored<>(value, sentence.startOf(from), sentence.endOf(to));
    }

    /** A value that was read from the tokens of a mention. */
    public static <T> Anchored<T> at(Sentence sentence, Mention mention, T value) {
        return at(sentence, mention.from(), mention.to(), value);
    }

    /** A value that no characters of the text give. */
    public static <T> Anchored<T> unread(T value) {
        return new Anchored<>(value, 0, 0);
    }

    /** Whether characters of the text give the value. */
    public boolean isRead() {
        return end > start;
    }

    /** The same characters with another value. */
    public <R> Anchored<R> map(Function<? super T, ? extends R> change) {
        return new Anchored<>(change.apply(value), start, end);
    }

    /** The characters that the value was read from, verbatim. */
    public String words(Document document) {
        return document.text(start, end);
    }
}
