package org.tocsin.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.tocsin.stream.ExactlyOnce;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.NewsFlow;
import org.tocsin.stream.PipelineProcess;

/**
 * Rounds at one site, whose state is kept from round to round: news flows, a fault comes and goes, all recovers, and what is committed and
 * what the API tells is held against the same news coded without Kafka. Each round's news is of days of its own.
 */
final class Trial implements AutoCloseable {
    private static final Duration RECOVERING = Duration.ofMinutes(4);
    private static final Duration READING = Duration.ofMinutes(2);
    private static final Instant FIRST = Instant.parse("1960-03-01T08:00:00Z");
    private static final int DAYS_APART = 100;
    private static final int DAYS_AROUND = 20;
    private static final int DAYS_OF_NEWS = 65;
    private static final int SETTLED = 40;
    private static final int MOST = 5_000;
    private static final int BEFORE_AND_AFTER = 10;

    private final Site site;
    private final long seed;
    private final KafkaProbe probe;
    private final Committed committed;
    private final List<NewsFlow.Sent> all = new ArrayList<>();
    private final Public people;

    /** Publishes settled news, which people ask for from then on, and waits until it is coded. */
    Trial(Site site, long seed) throws InterruptedException {
        this.site = site;
        this.seed = seed;
        probe = new KafkaProbe(site.config());
        committed = new Committed(site.config());
        List<NewsFlow.Sent> settled = NewsFlow.of("settled", first(0), SETTLED, seed);
        all.addAll(settled);
        site.newsroom().publish(settled);
        ExactlyOnce truth = ExactlyOnce.of(settled);
        Client client = new Client(days(0), truth.sums());
        await("the settled news is coded", () -> caughtUp() && rightEverywhere(client));
        KafkaProbe.await("its events are read", READING, () -> missing(truth.told()) == 0);
        committed.forget();
        people = new Public(client, site.instances());
    }

    /** One round. */
    Round run(int number, Fault fault) throws IOException, InterruptedException {
        people.take();
        Newsroom newsroom = site.newsroom();
        newsroom.begin(NewsFlow.of("round" + number, first(number), MOST, seed + number));
        newsroom.awaitMore(BEFORE_AND_AFTER);
        long struck = System.nanoTime();
        fault.strike(site);
        long until = struck + fault.lasts().toNanos();
        await(fault.kind() + " lasts", () -> System.nanoTime() >= until);
        fault.heal(site);
        long healed = System.nanoTime();
        newsroom.awaitMore(BEFORE_AND_AFTER);
        List<NewsFlow.Sent> sent = newsroom.end();
        all.addAll(sent);
        Recovery recovery = recover(number);
        ExactlyOnce truth = ExactlyOnce.of(sent);
        boolean recovered = recovery.done;
        long end = recovery.moment;
        Client client = new Client(days(number), truth.sums());
        boolean totals = recovered && within(READING, () -> rightEverywhere(client));
        within(
                recovered ? READING : Duration.ZERO,
                () -> missing(truth.told()) == 0 && committed.deadLetters() >= newsroom.poisoned());
        site.awaitBrokers();
        Map<String, Integer> found = committed.told();
        int letters = committed.deadLetters() - newsroom.poisoned();
        committed.forget();
        return new Round(
                number,
                fault.kind(),
                sent.size(),
                surplus(truth.told(), found) + Math.max(0, -letters),
                surplus(found, truth.told()) + Math.max(0, letters),
                totals,
                recovered,
                Duration.ofNanos(end - struck).toMillis(),
                Duration.ofNanos(end - healed).toMillis(),
                recovery.restarts,
                people.take());
    }

    /**
     * Stops the instances and compares everything with the truth once more, the state restored from Kafka too.
     *
     * @return what was compared, for people
     */
    String compareAll(Path empty) throws InterruptedException {
        people.close();
        for (PipelineProcess instance : site.instances()) {
            instance.stop();
        }
        return ExactlyOnce.of(all).compare(site.config(), probe, empty);
    }

    private record Recovery(boolean done, long moment, int restarts) {}

    /** Waits until all instances run, all articles are coded, and all instances give whole answers. */
    private Recovery recover(int number) {
        Client anything = new Client(days(number), Map.of());
        int[] restarts = {0};
        boolean done = within(RECOVERING, () -> {
            restarts[0] += site.revive();
            return caughtUp() && rightEverywhere(anything);
        });
        return new Recovery(done, System.nanoTime(), restarts[0]);
    }

    private boolean caughtUp() {
        try {
            return site.instances().stream().allMatch(PipelineProcess::isReady) && probe.lag() == 0;
        } catch (IllegalStateException e) {
            return false; // brokers elect, or are away
        }
    }

    private boolean rightEverywhere(Client client) {
        try {
            for (PipelineProcess instance : site.instances()) {
                if (client.ask(instance) != Client.Answer.RIGHT) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int missing(Map<String, Integer> told) {
        return surplus(told, committed.told());
    }

    /** By how much the counts of one exceed those of the other. */
    private static int surplus(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> more = new TreeMap<>();
        one.forEach((key, count) -> more.put(key, Math.max(0, count - other.getOrDefault(key, 0))));
        return more.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void await(String what, BooleanSupplier condition) {
        KafkaProbe.await(what, RECOVERING, condition);
    }

    private static boolean within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        boolean[] met = {condition.getAsBoolean()};
        KafkaProbe.await("end of " + limit, limit.plusMinutes(2), () -> {
            met[0] = met[0] || condition.getAsBoolean();
            return met[0] || System.nanoTime() > end;
        });
        return met[0];
    }

    private static Instant first(int number) {
        return FIRST.plus((long) DAYS_APART * number, ChronoUnit.DAYS);
    }

    private static String days(int number) {
        LocalDate day = LocalDate.ofInstant(first(number), ZoneOffset.UTC);
        return day.minusDays(DAYS_AROUND) + "/" + day.plusDays(DAYS_OF_NEWS);
    }

    @Override
    public void close() {
        people.close();
        committed.close();
        probe.close();
    }
}
