package org.tocsin.arrival.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an address answered. */
public sealed interface Fetched {
    /**
     * A document.
     *
     * @param from where it came from in the end
     * @param bytes its bytes, unpacked
     * @param type media type in lower case without parameters; empty where none was given
     * @param charset character set that the answer named; null where it named none
     * @param etag its tag, for asking whether it changed; null where it has none
     * @param lastModified when it changed last, as the server wrote it; null where it does not say
     */
    @SuppressWarnings("ArrayRecordComponent") // documents are read once and never compared
    record Document(
            URI from,
            byte[] bytes,
            String type,
            @Nullable String charset,
            @Nullable String etag,
            @Nullable String lastModified)
            implements Fetched {}

    /** It is the same as before. */
    record Unchanged() implements Fetched {}

    /**
     * It could not be had.
     *
     * @param reason what is wrong and what to do
     * @param status status of the answer; 0 where none came
     * @param retryAfter how long the server asks to wait; null where it does not say
     */
    record Failed(String reason, int status, @Nullable Duration retryAfter) implements Fetched {
        static Failed because(String reason) {
            return new Failed(reason, 0, null);
        }
    }
}
