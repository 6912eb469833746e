package org.tocsin.cli.doctor;

import java.util.List;
import org.tocsin.stream.Diagnosis;
import org.tocsin.stream.Right;
import org.tocsin.stream.TopicAdmin;

/** Whether Kafka grants the user of this configuration what a pipeline does with topics, its group and its transactions. */
final class RightsCheck implements Check {
    @Override
    public String subject() {
        return "rights";
    }

    @Override
    public boolean carriesOthers() {
        return true;
    }

    @Override
    public List<Finding> look(Site site) {
        try (TopicAdmin admin = new TopicAdmin(site.config())) {
            List<Right> lacking = admin.missingRights();
            if (lacking.isEmpty()) {
                return List.of(Finding.ok(subject(), "Kafka lets this user do what a pipeline does"));
            }
            Diagnosis diagnosis = Diagnosis.ofMissing(lacking, site.config());
            return List.of(Finding.fail(subject(), diagnosis.fault(), diagnosis.remedy()));
        }
    }
}
