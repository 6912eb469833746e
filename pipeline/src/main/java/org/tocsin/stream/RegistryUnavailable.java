package org.tocsin.stream;

import org.apache.kafka.common.KafkaException;

/** The Schema Registry does not answer. Nothing is wrong with the value: reading or writing it again later may succeed. */
public final class RegistryUnavailable extends KafkaException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
