package org.tocsin.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Span;

/** Collects the characters that the fields of one event were read from. Each field may have several spans. */
public final class Spans {
    private final Set<Span> spans = new LinkedHashSet<>();

    /** Notes the characters of a field; a value that is absent or was not read from the text leaves no span. */
    public Spans add(String field, @Nullable Anchored<?> anchored) {
        if (anchored != null && anchored.isRead()) {
            spans.add(new Span(field, anchored.start(), anchored.end()));
        }
        return this;
    }

    /** The spans in the order in which they were noted, without repetitions. */
    public List<Span> list() {
        return new ArrayList<>(spans);
    }
}
