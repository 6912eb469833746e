package org.tocsin.stream;

import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Kafka does not grant the user what the pipeline needs. */
public final class MissingRights extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final transient List<Right> rights;

    MissingRights(List<Right> rights) {
        super("Kafka's user lacks "
                + String.join(", ", rights.stream().map(Right::text).toList()));
        this.rights = List.copyOf(rights);
    }

    /** What is missing, at least one. */
    public List<Right> rights() {
        return rights;
    }
}
