package org.tocsin.serve.submit;

import java.util.List;
import org.tocsin.stream.ArticleProducer.Receipt;

/**
 * What became of articles that were handed in.
 *
 * @param lines one for each, in their order
 */
public record Receipts(List<Line> lines) {
    /** Keeps a copy of the lines. */
    public Receipts {
        lines = List.copyOf(lines);
    }

    /** What became of one article. */
    public sealed interface Line {
        /** Where it stood, from 1; empty lines count. */
        int line();
    }

    /** Kafka has confirmed it. */
    public record Accepted(int line, String id, Receipt receipt) implements Line {}

    /** It is no valid article; the reason says what would be right. */
    public record Invalid(int line, String reason) implements Line {}

    /** It is valid, but Kafka did not confirm it; it may be handed in again. */
    public record NotConfirmed(int line, String id, String reason) implements Line {}

    /** How many were accepted. */
    public long accepted() {
        return lines.stream().filter(Accepted.class::isInstance).count();
    }

    /** Whether handing in again may help. */
    public boolean isKafkaAway() {
        return lines.stream().anyMatch(NotConfirmed.class::isInstance);
    }
}
