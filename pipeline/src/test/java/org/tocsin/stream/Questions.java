package org.tocsin.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Asks the instances that are up, in turn and again and again, and judges each answer: it is right, or it says that it is not
 * complete and holds nothing that is wrong, or it is a 503 that says when to come again. What is asked is what settled news says,
 * which nothing else that flows may change, and what is newest, each item of which must be of the truth in the end.
 */
public final class Questions implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_A_TIME = 8;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService askers = Executors.newFixedThreadPool(AT_A_TIME);
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final List<PipelineProcess> up = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> rightOf = new ConcurrentHashMap<>();
    private final Map<Outcome, AtomicLong> outcomes = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> newest = new ConcurrentSkipListSet<>();
    private final Map<String, Settled> settled;
    private long number;

    private Questions(Map<String, Settled> settled) {
        this.settled = settled;
    }

    /** What became of a question. */
    public enum Outcome {
        /** The whole answer, and it is right. */
        RIGHT,
        /** The answer says that it is not complete. */
        INCOMPLETE,
        /** 503 with the time to come again. */
        UNAVAILABLE,
        /** The instance was stopped while it was asked. */
        CUT_OFF,
        /** It was not asked, since {@value #AT_A_TIME} others were not answered yet. */
        LEFT_OUT
    }

    /** What an answer about settled news must hold: identifiers, or sums. */
    private sealed interface Settled {
        record Items(String field, Set<String> ids) implements Settled {}

        record Sums(Map<String, Long> sums) implements Settled {}
    }

    /**
     * Questions about settled news.
     *
     * @param days the days of which nothing but settled news tells, as the parameter {@code datetime} says it
     * @param truth about that news
     * @param incidentIds its incidents, as they are published
     */
    public static Questions about(String days, ExactlyOnce truth, Set<String> incidentIds) {
        Map<String, Settled> settled = new TreeMap<>();
        settled.put(
                "/v1/events?limit=10000&fields=event_id&datetime=" + days,
                new Settled.Items("event_id", truth.standingEventIds()));
        settled.put(
                "/v1/incidents?limit=10000&fields=incident_id&datetime=" + days,
                new Settled.Items("incident_id", incidentIds));
        settled.put("/v1/aggregates?datetime=" + days, new Settled.Sums(truth.sums()));
        return new Questions(settled);
    }

    /** Asks from now on, so many times a second. */
    public void begin(List<PipelineProcess> instances, int perSecond) {
        up.addAll(instances);
        clock.scheduleAtFixedRate(this::next, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
    }

    /** Asks an instance no more, which is about to stop. */
    public void leaveOut(PipelineProcess instance) {
        up.remove(instance);
    }

    /** Asks an instance again, and waits until it has answered each question right. */
    public void takeIn(PipelineProcess instance, Duration limit) {
        long before = right(instance);
        up.add(instance);
        long wanted = before + 2L * (settled.size() + 1);
        KafkaProbe.await(
                "right answers of " + instance.name(), limit, () -> right(instance) >= wanted || !faults.isEmpty());
    }

    /** What was wrong, for people; empty where nothing was. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Identifiers of all events that were among the newest at any time. */
    public Set<String> newestEvents() {
        return newest;
    }

    /** How many questions had which outcome. */
    public Map<Outcome, Long> outcomes() {
        return outcomes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().get(), Long::sum, TreeMap::new));
    }

    /** Stops to ask, and waits for the answers that are on their way. */
    @Override
    public void close() {
        clock.shutdownNow();
        askers.shutdown();
        try {
            if (!askers.awaitTermination(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                faults.add("There are questions without an answer after " + 2 * PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next() {
        List<PipelineProcess> instances = List.copyOf(up);
        if (instances.isEmpty()) {
            return;
        }
        if (!free.tryAcquire()) {
            count(Outcome.LEFT_OUT);
            return;
        }
        long now = number++;
        PipelineProcess instance = instances.get((int) (now % instances.size()));
        int question = (int) (now / instances.size() % (settled.size() + 1));
        askers.execute(() -> {
            try {
                ask(instance, question);
            } finally {
                free.release();
            }
        });
    }

    private void ask(PipelineProcess instance, int question) {
        Optional<Map.Entry<String, Settled>> fixed =
                settled.entrySet().stream().skip(question).findFirst();
        String path = fixed.map(Map.Entry::getKey).orElse("/v1/events?sort=-reported_at&limit=200&fields=event_id");
        JavaProcess process = instance.process();
        HttpRequest request = HttpRequest.newBuilder(instance.address().resolve(path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            judge(instance, path, fixed.map(Map.Entry::getValue), response);
        } catch (IOException e) {
            if (up.contains(instance) && instance.process().equals(process)) {
                faults.add(instance.name() + " does not answer " + path + ": " + e);
            } else {
                count(Outcome.CUT_OFF);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            faults.add(instance.name() + " was asked " + path + " when the asking was stopped");
        }
    }

    private void judge(PipelineProcess instance, String path, Optional<Settled> wanted, HttpResponse<String> response)
            throws IOException {
        if (response.statusCode() == 503
                && response.headers().firstValue("Retry-After").isPresent()) {
            count(Outcome.UNAVAILABLE);
            return;
        }
        if (response.statusCode() != 200) {
            faults.add(instance.name() + " answers " + path + ": " + response.statusCode() + " " + response.body());
            return;
        }
        JsonNode answer = MAPPER.readTree(response.body());
        boolean complete = answer.at("/meta/complete").asBoolean();
        if (wanted.isEmpty()) {
            newest.addAll(ids(answer, "event_id"));
        } else if (!holds(wanted.get(), answer, complete)) {
            faults.add(instance.name() + " answers " + path + (complete ? "" : ", not complete,") + " with "
                    + answer.path("meta") + " and " + difference(wanted.get(), answer));
            return;
        }
        count(complete ? Outcome.RIGHT : Outcome.INCOMPLETE);
        if (complete) {
            rightOf.computeIfAbsent(instance.name(), of -> new AtomicLong()).incrementAndGet();
        }
    }

    private static boolean holds(Settled wanted, JsonNode answer, boolean complete) {
        if (wanted instanceof Settled.Items items) {
            Set<String> found = ids(answer, items.field);
            return complete ? found.equals(items.ids) : items.ids.containsAll(found);
        }
        JsonNode row = answer.at("/data/0");
        return ((Settled.Sums) wanted).sums.entrySet().stream().allMatch(sum -> {
            long found = row.path(sum.getKey()).asLong();
            return complete ? found == sum.getValue() : found <= sum.getValue();
        });
    }

    private static String difference(Settled wanted, JsonNode answer) {
        if (wanted instanceof Settled.Items items) {
            Set<String> missing = new TreeSet<>(items.ids);
            Set<String> found = ids(answer, items.field);
            missing.removeAll(found);
            found.removeAll(items.ids);
            return "without " + missing + ", but with " + found;
        }
        return answer.at("/data/0") + " where " + ((Settled.Sums) wanted).sums + " is right";
    }

    private static Set<String> ids(JsonNode answer, String field) {
        Set<String> ids = new TreeSet<>();
        answer.path("data").forEach(item -> ids.add(item.path(field).asText()));
        return ids;
    }

    private long right(PipelineProcess instance) {
        AtomicLong right = rightOf.get(instance.name());
        return right == null ? 0 : right.get();
    }

    private void count(Outcome outcome) {
        outcomes.computeIfAbsent(outcome, of -> new AtomicLong()).incrementAndGet();
    }
}
