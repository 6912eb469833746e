package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Rights;
import org.tocsin.stream.Topic;
import org.tocsin.stream.TopicAdmin;
import org.tocsin.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Creates, lists and checks the topics. */
@Command(
        name = "topics",
        header = {"Example: tocsin topics create -D bootstrap.servers=localhost:9092", ""},
        description = {
            "Creates, lists or checks the topics that the pipeline reads and writes, and says which rights on them it needs.",
            ""
        })
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "create, list, check or acls? For example: tocsin topics list");
    }

    @Command(
            name = "create",
            header = {"Example: tocsin topics create -D bootstrap.servers=localhost:9092", ""},
            description = {
                "Creates the topics that do not exist yet, with partitions and retention from the configuration.",
                ""
            })
    int create(@Mixin KafkaOptions kafka) {
        return with(kafka, admin -> {
            List<String> created = admin.create();
            created.forEach(out()::println);
            err().println(created.isEmpty() ? "All topics exist already" : created.size() + " topics created");
            return 0;
        });
    }

    @Command(
            name = "list",
            header = {"Example: tocsin topics list", ""},
            description = {"Lists the topics of a configuration with what they hold. Needs no Kafka.", ""})
    int list(@Mixin KafkaOptions kafka) {
        TextTable table = new TextTable(List.of("topic", "partitions", "kept", "holds"));
        try (Topics topics = kafka.config(Placeholders.ADDRESSES).topics()) {
            for (Topic<?, ?> topic : topics.all()) {
                table.add(
                        List.of(topic.name(), Integer.toString(topic.partitions()), kept(topic.keep()), topic.holds()));
            }
        }
        table.lines().forEach(out()::println);
        return 0;
    }

    @Command(
            name = "check",
            header = {"Example: tocsin topics check -D bootstrap.servers=localhost:9092", ""},
            description = {
                "Says how the topics in Kafka differ from the configuration; the exit code is 1 where they do.",
                ""
            })
    int check(@Mixin KafkaOptions kafka) {
        return with(kafka, admin -> {
            boolean right = true;
            for (TopicAdmin.State state : admin.states()) {
                right &= state.faults().isEmpty();
                out().println(state.topic().name() + ": "
                        + (state.faults().isEmpty() ? "ok" : String.join("; ", state.faults())));
            }
            return right ? 0 : 1;
        });
    }

    @Command(
            name = "acls",
            header = {"Example: tocsin topics acls -D bootstrap.servers=localhost:9092 --user tocsin", ""},
            description = {
                "Prints the commands that grant a user of Kafka what it needs and no more. Needs no Kafka.",
                ""
            })
    int acls(
            @Mixin KafkaOptions kafka,
            @Option(names = "--user", paramLabel = "NAME", description = "The user; default that of sasl.jaas.config.")
                    @Nullable
                    String user,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "pipeline",
                            description =
                                    "pipeline (runs it, and doctor), publisher (of articles), reader (of events and incidents)"
                                            + " or operator (creates the topics); default pipeline.")
                    Rights.Role role) {
        PipelineConfig config = kafka.config(Placeholders.ADDRESSES);
        String name = user != null ? user : Rights.user(config).orElse("tocsin");
        Rights.byResource(Rights.of(role, config)).forEach(rights -> {
            rights.forEach(right -> out().println("# " + right.text() + ": " + right.purpose()));
            out().println(Rights.command(config, name, rights));
        });
        out().flush();
        return 0;
    }

    private int with(KafkaOptions kafka, Function<TopicAdmin, Integer> task) {
        PipelineConfig config = kafka.connected();
        try (TopicAdmin admin = new TopicAdmin(config)) {
            return task.apply(admin);
        } catch (KafkaException e) {
            throw KafkaFailure.of(e, config, Rights.Role.OPERATOR);
        } finally {
            out().flush();
            err().flush();
        }
    }

    private static String kept(Topic.Keep keep) {
        if (keep instanceof Topic.Keep.ForMillis time) {
            return time.millis() < 0 ? "for ever" : time.millis() / 86_400_000 + " days";
        }
        return "latest of each key";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
