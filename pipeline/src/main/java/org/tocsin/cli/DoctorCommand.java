package org.tocsin.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tocsin.cli.doctor.Doctor;
import org.tocsin.cli.doctor.Finding;
import org.tocsin.cli.doctor.Site;
import org.tocsin.stream.PipelineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks everything that the pipeline needs and says how to repair what is wrong. */
@Command(
        name = "doctor",
        header = {"Example: tocsin doctor --config kafka.properties", ""},
        description = {
            "Checks Java, memory, models, disk, API, broker, topics, rights, registry and clocks. Each warning and failure"
                    + " says what to do; the exit code is 1 where something failed.",
            ""
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (a line each) or json (one object); default ${DEFAULT-VALUE}.")
    private Print format = Print.TEXT;

    /** How findings are printed. */
    private enum Print {
        TEXT {
            @Override
            void print(List<Finding> findings, PipelineConfig config, PrintWriter out) {
                for (Finding finding : findings) {
                    out.println(shown(
                            config,
                            String.format(Locale.ROOT, "%-4s  %s: ", finding.level(), finding.subject())
                                    + finding.result()));
                    if (!finding.remedy().isEmpty()) {
                        out.println("      do: " + shown(config, finding.remedy()));
                    }
                }
            }
        },
        JSON {
            @Override
            void print(List<Finding> findings, PipelineConfig config, PrintWriter out) {
                ObjectNode report = JsonNodeFactory.instance.objectNode();
                report.put("status", worst(findings).name());
                ArrayNode list = report.putArray("findings");
                for (Finding finding : findings) {
                    list.addObject()
                            .put("level", finding.level().name())
                            .put("subject", shown(config, finding.subject()))
                            .put("result", shown(config, finding.result()))
                            .put("remedy", shown(config, finding.remedy()));
                }
                out.println(Format.PRETTY.print(report));
            }
        };

        abstract void print(List<Finding> findings, PipelineConfig config, PrintWriter out);

        private static String shown(PipelineConfig config, String text) {
            return Printable.line(config.withoutSecrets(text));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        PipelineConfig config = kafka.config(data.settings());
        try (Site site = new Site(config)) {
            List<Finding> findings = Doctor.general(ApiGuard::of).look(site);
            PrintWriter out = spec.commandLine().getOut();
            format.print(findings, config, out);
            out.flush();
            return worst(findings) == Finding.Level.FAIL ? 1 : 0;
        }
    }

    private static Finding.Level worst(List<Finding> findings) {
        return findings.stream().map(Finding::level).max(Enum::compareTo).orElse(Finding.Level.OK);
    }
}
