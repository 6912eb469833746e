package org.tocsin.cli.doctor;

import java.io.IOException;
import java.util.List;
import org.tocsin.stream.Diagnosis;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.RegistryProbe;

/** Whether the Schema Registry answers, at this path, to this user. */
final class RegistryCheck implements Check {
    private static final String WHERE = " (with -D or in the file of --config)";

    @Override
    public String subject() {
        return "registry";
    }

    @Override
    public List<Finding> look(Site site) {
        String url;
        try {
            url = site.config().registryUrl();
        } catch (IllegalArgumentException e) {
            return List.of(Finding.fail(
                    subject(), String.valueOf(e.getMessage()), "set " + PipelineConfig.REGISTRY_URL + WHERE));
        }
        try (RegistryProbe probe = new RegistryProbe(site.config())) {
            return List.of(Finding.ok(subject(), url + " answers; it has " + probe.subjects() + " subjects"));
        } catch (RegistryProbe.Refusal e) {
            return List.of(refused(site, url, e));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(diagnosed(site, e));
        }
    }

    private Finding diagnosed(Site site, Exception e) {
        Diagnosis diagnosis = Diagnosis.ofRegistry(e, site.config());
        return Finding.fail(subject(), diagnosis.fault(), diagnosis.remedy());
    }

    private Finding refused(Site site, String url, RegistryProbe.Refusal refusal) {
        String answers = url + " answers " + refusal.status() + ": " + refusal.getMessage();
        return switch (refusal.status()) {
            case 401, 403 -> diagnosed(site, refusal);
            case 404 ->
                Finding.fail(
                        subject(),
                        url + " answers, but not as a Confluent-compatible registry (404)",
                        "correct the path in " + PipelineConfig.REGISTRY_URL
                                + ": Apicurio's is /apis/ccompat/v7, Confluent's and Karapace's have none" + WHERE);
            default -> Finding.fail(subject(), answers, "look into the log of the registry");
        };
    }
}
