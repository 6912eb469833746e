package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.TrustedSchemas;
import org.tocsin.cli.evaluate.GoldFolder;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Count;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.Strike;

/**
 * The events that a perfect coder would find in the reports of sequences, so that resolution alone is judged: of each incident that
 * the truth says a report tells, a strike with place, day, attacker and method, and a toll for each speaker whose figures the truth
 * lists for the report. A near-copy tells what its original tells. Which reports tell one incident is not given away.
 */
public final class GoldEvents implements EventSource {
    private static final String TAKEN_BACK = "RETRACTED";

    private final Map<String, List<Told>> told = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();
    private final Speakers speakers;

    static {
        TrustedSchemas.trust();
    }

    /** An incident with the figures that one report gives for it. */
    private record Told(JsonNode incident, List<JsonNode> figures) {}

    private GoldEvents(Speakers speakers) {
        this.speakers = speakers;
    }

    /**
     * The events of all sequences in a folder.
     *
     * @throws org.tocsin.cli.evaluate.UnusableGold if the folder cannot be used
     */
    public static GoldEvents of(Path folder) {
        GoldEvents events = new GoldEvents(new Speakers());
        for (Path sequence : SequenceFolder.sequences(folder)) {
            Path file = sequence.resolve("truth.json");
            JsonNode truth = GoldFolder.tree(file, GoldFolder.bytes(file));
            truth.path("copies")
                    .properties()
                    .forEach(copy ->
                            events.originals.put(copy.getKey(), copy.getValue().asText()));
            truth.path("incidents").forEach(events::add);
        }
        return events;
    }

    private void add(JsonNode incident) {
        for (JsonNode article : incident.path("articles")) {
            String original = originals.getOrDefault(article.asText(), article.asText());
            List<JsonNode> figures = new ArrayList<>();
            for (JsonNode step : incident.path("history")) {
                if (step.path("article").asText().equals(original)) {
                    figures.add(step);
                }
            }
            told.computeIfAbsent(article.asText(), id -> new ArrayList<>()).add(new Told(incident, figures));
        }
    }

    @Override
    public List<SpecificRecord> of(NewsArticle report) {
        List<Told> incidents = told.getOrDefault(report.id(), List.of());
        Speakers.Text text = speakers.read(report);
        List<List<String>> evidence = Passages.of(
                report.text(),
                incidents.stream()
                        .map(mention -> Passages.words(mention.incident(), mention.figures()))
                        .toList());
        List<SpecificRecord> events = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            events.addAll(events(report, incidents.get(i), evidence.get(i), text, report.id() + "#" + i));
        }
        return events;
    }

    private static List<SpecificRecord> events(
            NewsArticle report, Told mention, List<String> evidence, Speakers.Text text, String id) {
        List<SpecificRecord> tolls = new ArrayList<>();
        List<String> linked = new ArrayList<>();
        for (JsonNode figures : mention.figures()) {
            String tollId = id + "-toll-" + linked.size();
            tolls.add(toll(report, mention.incident(), evidence, text, figures)
                    .setEventId(tollId)
                    .setLinked(List.of(id))
                    .build());
            linked.add(tollId);
        }
        JsonNode incident = mention.incident();
        List<SpecificRecord> events = new ArrayList<>();
        events.add(Strike.newBuilder()
                .setEventId(id)
                .setArticleId(report.id())
                .setSource(report.source())
                .setPublishedAt(report.publishedAt())
                .setEvidence(evidence)
                .setPlace(place(incident))
                .setDate(date(incident))
                .setAttacker(text.actor(incident.path("attacker").path(0).textValue()))
                .setMethod(method(incident))
                .setStatus(status(incident))
                .setLinked(linked)
                .build());
        events.addAll(tolls);
        return events;
    }

    private static Casualty.Builder toll(
            NewsArticle report, JsonNode incident, List<String> evidence, Speakers.Text text, JsonNode figures) {
        return Casualty.newBuilder()
                .setArticleId(report.id())
                .setSource(report.source())
                .setPublishedAt(report.publishedAt())
                .setEvidence(evidence)
                .setPlace(place(incident))
                .setDate(date(incident))
                .setKilled(count(figures.path("killed"), text))
                .setInjured(count(figures.path("injured"), text))
                .setStatus(status(incident))
                .setAttribution(text.attribution(figures.path("said_by").textValue()));
    }

    private static @Nullable Count count(JsonNode number, Speakers.Text text) {
        if (!number.isInt()) {
            return null;
        }
        int best = number.asInt();
        Bound bound = text.bound(best);
        return new Count(best, best, bound == Bound.EXACT ? Integer.valueOf(best) : null, bound, number.asText());
    }

    private static Place place(JsonNode incident) {
        return new Place(
                incident.path("place").asText(),
                incident.path("place").asText(),
                incident.path("admin1").textValue(),
                incident.path("country").textValue(),
                incident.path("lat").asDouble(),
                incident.path("lon").asDouble(),
                null,
                PlacePrecision.TOWN);
    }

    private static EventTime date(JsonNode incident) {
        LocalDate day = LocalDate.parse(incident.path("date").asText());
        return new EventTime(day, day, DatePrecision.DAY, day.toString());
    }

    private static @Nullable Method method(JsonNode incident) {
        String name = incident.path("method").textValue();
        return name == null ? null : Method.valueOf(name);
    }

    private static EventStatus status(JsonNode incident) {
        if (incident.path("background").asBoolean()) {
            return EventStatus.HISTORICAL;
        }
        String name = incident.path("status").textValue();
        if (name == null) {
            return EventStatus.OCCURRED;
        }
        // reports that took an attack back are told like those that deny it
        return name.equals(TAKEN_BACK) ? EventStatus.DENIED : EventStatus.valueOf(name);
    }
}
