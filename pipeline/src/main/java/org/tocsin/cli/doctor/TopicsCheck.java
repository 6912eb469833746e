package org.tocsin.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.stream.TopicAdmin;

/** Whether the topics are there, with the partitions, cleanup policies and retention that the configuration says. */
final class TopicsCheck implements Check {
    @Override
    public String subject() {
        return "topics";
    }

    @Override
    public List<Finding> look(Site site) {
        List<Finding> findings = new ArrayList<>();
        try (TopicAdmin admin = new TopicAdmin(site.config())) {
            for (TopicAdmin.State state : admin.states()) {
                String topic = "topic " + state.topic().name();
                if (state.faults().isEmpty()) {
                    findings.add(Finding.ok(topic, state.partitions() + " partitions"));
                } else if (state.exists()) {
                    findings.add(Finding.fail(topic, "is not as configured", String.join("; ", state.faults())));
                } else {
                    findings.add(Finding.fail(topic, "does not exist", "create it: tocsin topics create"));
                }
            }
        }
        return findings;
    }
}
