package org.tocsin.stream;

import org.apache.kafka.common.errors.SerializationException;

/** The Schema Registry does not know the schema, or the subject, of a value. */
public final class UnknownSchema extends SerializationException {
    private static final long serialVersionUID = 1L;

    UnknownSchema(String message, Throwable cause) {
        super(message, cause);
    }
}
