package org.tocsin.stream;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, before any client of a pipeline is made, for what would stop it: login, certificates, rights. So one error is told and not
 * one of each client.
 */
public final class Preflight {
    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    private Preflight() {}

    /**
     * Passes where the pipeline of a configuration can begin, as far as can be seen.
     *
     * @throws MissingRights if Kafka does not grant its user what is needed
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer, or either refuses; a registry that is not there yet is
     *     waited for later on
     */
    public static void require(PipelineConfig config) {
        try (TopicAdmin admin = new TopicAdmin(config)) {
            List<Right> lacking = admin.missingRights();
            if (!lacking.isEmpty()) {
                throw new MissingRights(lacking);
            }
        }
        if (!config.text(Setting.VALUE_SERDE).equals(RegistryAvroSerde.class.getName())) {
            return; // another serde has its own ways
        }
        try (RegistryProbe probe = new RegistryProbe(config)) {
            LOG.debug("The Schema Registry has {} subjects", probe.subjects());
        } catch (IOException e) {
            if (stays(e)) {
                throw new RegistryUnavailable("The Schema Registry refuses: " + e.getMessage(), e);
            }
            LOG.info("The Schema Registry does not answer yet: {}", e.toString());
        }
    }

    /** Whether it would be the same later: a registry that starts up answers with other statuses, or not at all. */
    private static boolean stays(IOException e) {
        return e instanceof RegistryProbe.Refusal refusal
                ? refusal.status() < 500 && refusal.status() != 408 && refusal.status() != 429
                : TlsFault.stays(e);
    }
}
