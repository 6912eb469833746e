package org.tocsin.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows the stream of an API or the topics of events. */
@Command(
        name = "tail",
        header = {
            "Example: tocsin tail --follow country=UA",
            "Example: tocsin tail --config kafka.properties --from-beginning --type strike",
            ""
        },
        description = {
            "Prints events as they come, until it is stopped.",
            "With --url, or with --follow where no settings of Kafka are given, it follows the stream of an API, takes the API's"
                    + " conditions and goes on where a connection broke off.",
            "Else it reads Kafka's topics, only what is committed.",
            ""
        })
final class TailCommand implements Callable<Integer> {
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final String USUAL_ADDRESS = "http://127.0.0.1:8080";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--from-beginning",
            description = "Begin with the first event that the topics hold, not with new ones.")
    private boolean fromBeginning;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only this event type; may be given several times. All types without it.")
    private List<String> typeNames = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "End after this many events.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--format", defaultValue = "table", description = Format.HELP)
    private Format format = Format.TABLE;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Follow the stream of this API, not Kafka's topics; for example " + USUAL_ADDRESS + ".")
    private @Nullable URI url;

    @Option(
            names = {"-f", "--follow"},
            description = "Follow the stream of the API at --url, else at the environment variable TOCSIN_URL, else at "
                    + USUAL_ADDRESS + ". With --config or -D and no --url: the topics, which are followed in any case.")
    private boolean follow;

    @Parameters(
            index = "0..*",
            paramLabel = "NAME=VALUE",
            description = "Of a stream: collection (incidents or events) and conditions, for example country=UA.")
    private Map<String, String> parameters = Map.of();

    @Override
    public Integer call() throws InterruptedException {
        Optional<URI> api = api();
        if (api.isPresent()) {
            followStream(api.get());
            return 0;
        }
        if (!parameters.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Conditions are for the stream of an API: give --follow or its --url");
        }
        List<EventType<?>> types = types();
        EventReader.From from = fromBeginning ? EventReader.From.BEGINNING : EventReader.From.NOW;
        PipelineConfig config = kafka.connected();
        try (EventReader reader = EventReader.open(config, types, from)) {
            long left = limit;
            while (left > 0) {
                left -= print(reader.poll(WAIT), left);
            }
        } catch (KafkaException e) {
            throw KafkaFailure.of(e, config, Rights.Role.READER);
        }
        return 0;
    }

    /** The API whose stream is to be followed; empty for Kafka's topics. */
    private Optional<URI> api() {
        if (url != null || !follow || kafka.areGiven()) {
            return Optional.ofNullable(url);
        }
        String address = Optional.ofNullable(System.getenv("TOCSIN_URL")).orElse(USUAL_ADDRESS);
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            throw new CommandFailure("TOCSIN_URL is no address: " + Printable.line(address), e);
        }
    }

    private void followStream(URI api) throws InterruptedException {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        if (!typeNames.isEmpty()) {
            asked.putIfAbsent("event_type", String.join(",", typeNames));
        }
        asked.putIfAbsent("collection", "events");
        AtomicLong left = new AtomicLong(limit);
        new StreamFollower(new ApiClient(api), asked).follow(item -> {
            spec.commandLine().getOut().println(format.print(item));
            spec.commandLine().getOut().flush();
            return left.decrementAndGet() > 0;
        });
    }

    private List<EventType<?>> types() {
        if (typeNames.isEmpty()) {
            return EventTypes.ALL;
        }
        List<EventType<?>> types = new ArrayList<>();
        for (String name : typeNames) {
            try {
                types.add(EventTypes.named(name));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return types;
    }

    /** Prints messages and says how many events they were. */
    private long print(List<EventReader.Message> messages, long atMost) {
        PrintWriter out = spec.commandLine().getOut();
        long printed = 0;
        for (EventReader.Message message : messages) {
            if (message instanceof EventReader.Event event && printed < atMost) {
                out.println(format.print(event.json()));
                printed++;
            } else if (message instanceof EventReader.Unreadable unreadable) {
                spec.commandLine()
                        .getErr()
                        .println("tocsin: " + Printable.line(unreadable.where() + ": " + unreadable.reason()));
            }
        }
        out.flush();
        return printed;
    }
}
