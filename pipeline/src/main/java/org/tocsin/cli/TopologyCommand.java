package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tocsin.event.EnglishNews;
import org.tocsin.stream.NewsTopology;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the topology. */
@Command(
        name = "topology",
        header = {"Example: tocsin topology", ""},
        description = {
            "Prints the stream's topology as Kafka Streams describes it: sources, processors, stores, sinks.",
            ""
        })
final class TopologyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public Integer call() {
        PipelineConfig config = kafka.config(Placeholders.ADDRESSES);
        PrintWriter out = spec.commandLine().getOut();
        try (Topics topics = config.topics()) {
            out.print(
                    new NewsTopology(config, topics, EnglishNews::coder).build().describe());
        }
        out.flush();
        return 0;
    }
}
