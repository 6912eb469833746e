package org.tocsin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.TopicAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks everything that the pipeline needs and says how to repair what is wrong. */
@Command(
        name = "doctor",
        header = {"Example: tocsin doctor --config kafka.properties", ""},
        description = {
            "Checks models, gazetteer, broker, topics, registry and clock. Each failure says how to repair it;"
                    + " the exit code is 1 where one failed.",
            ""
        })
final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final String SENTENCE =
            "A drone strike on a market in Kharkiv killed four people on Monday, police said.";

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    /** What one check found; a repair says that it failed. */
    private record Finding(String subject, String result, Optional<String> repair) {
        static Finding well(String subject, String result) {
            return new Finding(subject, result, Optional.empty());
        }

        static Finding ill(String subject, String result, String repair) {
            return new Finding(subject, result, Optional.of(repair));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(coder());
        PipelineConfig config = kafka.config(Map.of());
        findings.addAll(broker(config));
        findings.addAll(registry(config));
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : findings) {
            String line = (finding.repair().isPresent() ? "FAILED  " : "ok      ") + finding.subject() + ": "
                    + finding.result();
            out.println(Printable.line(config.withoutSecrets(line)));
            finding.repair()
                    .ifPresent(
                            repair -> out.println("        repair: " + Printable.line(config.withoutSecrets(repair))));
        }
        out.flush();
        return findings.stream().allMatch(finding -> finding.repair().isEmpty()) ? 0 : 1;
    }

    /** Codes a sentence: models and lexicons must load, and the gazetteer must know the place. */
    private static List<Finding> coder() {
        NewsArticle article = new NewsArticle("doctor", "", SENTENCE, Instant.EPOCH, null, null);
        List<SpecificRecord> events;
        try {
            events = EnglishNews.coder().code(article);
        } catch (RuntimeException e) {
            return List.of(Finding.ill("models", "cannot be loaded: " + e, "build again: mvn clean package"));
        }
        Finding models = events.isEmpty()
                ? Finding.ill("models", "a plain report gave no event", "build again: mvn clean package")
                : Finding.well("models", "a plain report gave " + events.size() + " events");
        boolean placed = events.stream()
                .map(event -> EventView.of(event).place())
                .anyMatch(place -> place != null && place.getLat() != null);
        Finding gazetteer = placed
                ? Finding.well("gazetteer", "Kharkiv is found")
                : Finding.ill("gazetteer", "Kharkiv is not found", "build again: mvn clean package");
        return List.of(models, gazetteer);
    }

    private static List<Finding> broker(PipelineConfig config) {
        List<Finding> findings = new ArrayList<>();
        try (TopicAdmin admin = new TopicAdmin(config)) {
            List<TopicAdmin.State> states = admin.states();
            findings.add(Finding.well("broker", config.bootstrapServers() + " answers"));
            for (TopicAdmin.State state : states) {
                String subject = "topic " + state.topic().name();
                findings.add(
                        state.faults().isEmpty()
                                ? Finding.well(subject, state.partitions() + " partitions")
                                : Finding.ill(subject, "is not as configured", String.join("; ", state.faults())));
            }
        } catch (RuntimeException e) {
            findings.add(Finding.ill(
                    "broker",
                    String.valueOf(e.getMessage()),
                    "start Kafka, or correct bootstrap.servers (with -D or in the file of --config)"));
        }
        return findings;
    }

    private static List<Finding> registry(PipelineConfig config) throws InterruptedException {
        String repair = "start the Schema Registry, or correct " + PipelineConfig.REGISTRY_URL
                + " (with -D or in the file of --config)";
        try {
            String url = config.registryUrl().split(",", 2)[0].strip().replaceAll("/+$", "");
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects"))
                    .timeout(PATIENCE)
                    .build();
            Instant asked = Instant.now();
            HttpResponse<String> response =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, BodyHandlers.ofString());
            // 401 and 403: it is there, and the pipeline's own client has the credentials
            boolean there =
                    response.statusCode() == 200 || response.statusCode() == 401 || response.statusCode() == 403;
            Finding registry = there
                    ? Finding.well("registry", url + " answers")
                    : Finding.ill("registry", url + " answers " + response.statusCode(), repair);
            List<Finding> findings = new ArrayList<>(List.of(registry));
            response.headers().firstValue("Date").ifPresent(date -> findings.add(clock(date, asked)));
            return findings;
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Finding.ill("registry", e.toString(), repair));
        }
    }

    /** Compares the clock of this machine with that of the registry's, which HTTP gives in whole seconds. */
    private static Finding clock(String date, Instant asked) {
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration apart = Duration.between(there, asked).abs();
            return apart.compareTo(CLOCK_TOLERANCE) <= 0
                    ? Finding.well("clock", "agrees with the registry's")
                    : Finding.ill(
                            "clock",
                            apart.toSeconds() + " s apart from the registry's",
                            "synchronise the clocks of both machines (NTP)");
        } catch (DateTimeException e) {
            return Finding.well("clock", "the registry does not tell its time");
        }
    }
}
