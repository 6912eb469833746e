package org.tocsin.stream;

import org.apache.kafka.common.errors.SerializationException;

/** A value is not in the wire format of Schema Registry serializers. */
public final class NotRegistryFormat extends SerializationException {
    private static final long serialVersionUID = 1L;

    NotRegistryFormat(String message) {
        super(message);
    }
}
