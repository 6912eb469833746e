package org.tocsin.cli.doctor;

import java.util.List;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;

/** Whether several instances can ask each other, and nobody else can ask what they ask. */
final class InternalTokenCheck implements Check {
    @Override
    public String subject() {
        return "internal token";
    }

    @Override
    public List<Finding> look(Site site) {
        PipelineConfig config = site.config();
        if (!config.text(Setting.API_INTERNAL_TOKEN).isEmpty()) {
            return List.of(Finding.ok(subject(), "is set"));
        }
        if (!severalInstances(config)) {
            return List.of(Finding.ok(subject(), "is not needed by one instance"));
        }
        String remedy = "set " + Setting.API_INTERNAL_TOKEN.key() + " to the same long random text on all instances";
        return List.of(
                config.text(Setting.API_TOKENS_FILE).isEmpty()
                        ? Finding.warn(
                                subject(), "is missing: whoever reaches the API is answered at /internal/", remedy)
                        : Finding.fail(
                                subject(),
                                "is missing: with tokens and without it no instance answers another, so that every"
                                        + " answer lacks the shares of the others",
                                remedy));
    }

    /** What several instances alone are configured with. */
    private static boolean severalInstances(PipelineConfig config) {
        String standbys = config.raw(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG);
        return config.raw(StreamsConfig.APPLICATION_SERVER_CONFIG) != null || standbys != null && !standbys.equals("0");
    }
}
