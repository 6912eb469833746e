package org.tocsin.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.tocsin.stream.TlsContext;

/** Whether the clock of this machine agrees with that of the registry's, which HTTP gives in whole seconds. */
final class RegistryClockCheck implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    @Override
    public String subject() {
        return "registry's clock";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        String url = site.config().registryUrl().split(",", 2)[0].strip().replaceAll("/+$", "");
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects"))
                    .timeout(PATIENCE)
                    .build();
            Instant asked = Instant.now();
            Optional<String> date = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .sslContext(TlsContext.ofRegistry(site.config()))
                    .build()
                    .send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date");
            return List.of(date.map(told -> judged(told, asked))
                    .orElseGet(() -> Finding.ok(subject(), "the registry does not tell its time")));
        } catch (IOException | IllegalArgumentException e) {
            // the pipeline's own client reached it: this one does not have its address with a user
            return List.of(Finding.ok(subject(), "cannot be asked with these settings"));
        }
    }

    private Finding judged(String date, Instant asked) {
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration apart = Duration.between(there, asked).abs();
            return apart.compareTo(TOLERANCE) <= 0
                    ? Finding.ok(subject(), "agrees with this machine's")
                    : Finding.warn(
                            subject(),
                            apart.toSeconds() + " s apart from this machine's",
                            "synchronise the clocks of both machines (NTP)");
        } catch (DateTimeException e) {
            return Finding.ok(subject(), "the registry does not tell its time");
        }
    }
}
