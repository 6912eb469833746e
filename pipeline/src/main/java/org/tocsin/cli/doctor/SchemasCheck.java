package org.tocsin.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.stream.RegistryProbe;

/** Whether the schemas of this release fit those that the registry has of the same subjects. */
final class SchemasCheck implements Check {
    @Override
    public String subject() {
        return "schemas";
    }

    @Override
    public List<Finding> look(Site site) {
        List<Finding> findings = new ArrayList<>();
        try (RegistryProbe probe = new RegistryProbe(site.config())) {
            probe.unfit()
                    .forEach((subject, reason) -> findings.add(Finding.fail(
                            "schema " + subject,
                            "the registry refuses the schema of this release: " + reason,
                            "another release or program registered a schema that this one cannot follow: give Tocsin"
                                    + " a registry context or topics of its own (tocsin.topic.prefix), or go to the"
                                    + " release that fits")));
        } catch (RegistryProbe.Refusal e) {
            return List.of(Finding.warn(
                    subject(),
                    "the registry does not compare schemas: " + e.status() + " " + e.getMessage(),
                    "look whether the pipeline starts; it registers its schemas then"));
        } catch (IOException e) {
            return List.of(Finding.fail(subject(), "the registry does not answer: " + e, "look whether it still runs"));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(subject(), "the registry takes those of this release"))
                : findings;
    }
}
