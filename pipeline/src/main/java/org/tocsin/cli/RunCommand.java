package org.tocsin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the pipeline and its API on the user's own Kafka until it is told to stop. */
@Command(
        name = "run",
        header = {
            "Example: tocsin run -D bootstrap.servers=localhost:9092 -D schema.registry.url=http://localhost:8081",
            ""
        },
        description = {
            "Runs the pipeline and its API on your own Kafka until it is stopped (Ctrl-C, SIGTERM).",
            "Create the topics first: tocsin topics create.",
            ""
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        kafka.connected();
        PipelineConfig config = kafka.config(data.settings());
        Path log = data.log();
        Logging.toFile(log);
        PrintWriter err = spec.commandLine().getErr();
        Service service = started(config);
        try (Interruption end = Interruption.runs(service::close)) {
            err.println(
                    config.withoutSecrets("Kafka " + config.bootstrapServers() + ", registry " + config.registryUrl()));
            err.println("API   " + service.address());
            err.println("Log   " + log);
            err.flush();
            service.pipeline().awaitEnd();
        }
        Throwable failure = service.pipeline().failure();
        if (failure != null) {
            String reason = KafkaFailure.reason(failure, config, Rights.Role.PIPELINE, failure.toString());
            throw new CommandFailure("The pipeline ended: " + reason + "; the log says more: " + log, failure);
        }
        return 0;
    }

    /** The service; what keeps it from starting is told with its remedy. */
    private static Service started(PipelineConfig config) {
        try {
            return Service.start(config);
        } catch (CommandFailure e) {
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            throw KafkaFailure.of(e, config, Rights.Role.PIPELINE);
        }
    }
}
