package org.tocsin.stream;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of W3C's Trace Context, by which consumers carry on the trace of whoever published an article. */
final class TraceContext {
    private static final List<String> NAMES = List.of("traceparent", "tracestate");

    private TraceContext() {}

    /** Headers with those of a trace that others have. */
    static Headers passedOn(Headers from, Headers to) {
        for (String name : NAMES) {
            Header header = from.lastHeader(name);
            if (header != null) {
                to.add(header);
            }
        }
        return to;
    }
}
