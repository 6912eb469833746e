package org.tocsin.stream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The mark of an event record whose event did not stand before: its article was never published until now, or said nothing of it. A
 * reader who selects events need not ask whether it held an earlier version. Records without the mark may be the first ones too.
 */
public final class FirstReport {
    /** Name of the header; it has no value. */
    public static final String HEADER = "tocsin.first";

    private FirstReport() {}

    /** Whether these are the headers of a first report. */
    public static boolean isMarked(Headers headers) {
        return headers.lastHeader(HEADER) != null;
    }

    /** A copy of headers with the mark. */
    static Headers marked(Headers headers) {
        return new RecordHeaders(headers).remove(HEADER).add(HEADER, new byte[0]);
    }

    /** A copy of headers without the mark, which an article may bring along. */
    static Headers unmarked(Headers headers) {
        return new RecordHeaders(headers).remove(HEADER);
    }
}
