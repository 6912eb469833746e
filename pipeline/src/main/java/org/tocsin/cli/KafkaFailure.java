package org.tocsin.cli;

import org.tocsin.stream.Diagnosis;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Rights;

/** What a command says where Kafka or the registry refuse: the setting or the right that is missing, once, and no secret. */
final class KafkaFailure {
    private KafkaFailure() {}

    /** The failure of a command. */
    static CommandFailure of(RuntimeException error, PipelineConfig config, Rights.Role role) {
        return new CommandFailure(reason(error, config, role, String.valueOf(error.getMessage())), error);
    }

    /**
     * The reason of an error.
     *
     * @param usual where it is about nothing that is known here
     */
    static String reason(Throwable error, PipelineConfig config, Rights.Role role, String usual) {
        return config.withoutSecrets(
                Diagnosis.of(error, config, role).map(Diagnosis::text).orElse(usual));
    }
}
