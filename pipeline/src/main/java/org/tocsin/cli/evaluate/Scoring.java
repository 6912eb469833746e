package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/** Scores coded events against gold documents, document by document. */
final class Scoring {
    /** Coded events that their own status sets aside are no false alarms. */
    private static final Set<String> SET_ASIDE = Set.of("HYPOTHETICAL", "HISTORICAL");

    /** What must not be found in a text that only sounds like war. */
    private static final Set<String> ACTS = Set.of("STRIKE", "TERRITORY", "INTERCEPTION");

    private final Map<String, Tally> tallies = tallies();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private int documents;
    private int events;
    private int negatives;
    private int cleanNegatives;

    private static Map<String, Tally> tallies() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(Scoring.class, "key-fields.tsv", "event_type", "fields")
                .rows()) {
            String type = row.required("event_type");
            tallies.put(type, new Tally(type, row.several("fields")));
        }
        return tallies;
    }

    /** Scores what was coded of one document. */
    void add(GoldDocument document, List<? extends JsonNode> coded) {
        documents++;
        events += coded.size();
        if (document.negative()) {
            negatives++;
            cleanNegatives += isClean(document, coded) ? 1 : 0;
        }
        for (Tally tally : tallies.values()) {
            List<JsonNode> ofType = new ArrayList<>(coded);
            ofType.removeIf(event -> !type(event).equals(tally.type()));
            score(document, tally, ofType);
        }
    }

    private static boolean isClean(GoldDocument document, List<? extends JsonNode> coded) {
        return coded.stream().noneMatch(event -> ACTS.contains(type(event)) && !isAside(event))
                || ACTS.stream().anyMatch(type -> !document.events(type).isEmpty());
    }

    private static String type(JsonNode event) {
        return event.path("event_type").asText().toUpperCase(Locale.ROOT);
    }

    private static boolean isAside(JsonNode event) {
        return SET_ASIDE.contains(event.path("status").asText());
    }

    private void score(GoldDocument document, Tally tally, List<JsonNode> coded) {
        Comparison comparison = Comparison.of(tally.type());
        Pairing pairing = Pairing.of(comparison, document.events(tally.type()), coded);
        for (Pairing.Pair pair : pairing.pairs()) {
            Map<String, @Nullable Boolean> judged = comparison.fields(pair.gold(), pair.coded());
            judgements.add(new Judgement(pair.coded(), tally.isRight(judged)));
            if (!pair.gold().isAside()) {
                if (!tally.found(judged)) {
                    List<String> wrong = new ArrayList<>(judged.keySet());
                    wrong.removeIf(field -> !Boolean.FALSE.equals(judged.get(field)));
                    fault(
                            document,
                            tally,
                            Fault.Kind.WRONG_FIELD,
                            wrong,
                            pair.gold().json(),
                            pair.coded());
                }
            }
        }
        for (GoldEvent gold : pairing.missed()) {
            if (!gold.isAside()) {
                tally.missed();
                fault(document, tally, Fault.Kind.MISSED, List.of(), gold.json(), null);
            }
        }
        for (JsonNode surplus : pairing.surplus()) {
            if (!isAside(surplus)) {
                tally.falseAlarm();
                judgements.add(new Judgement(surplus, false));
                fault(document, tally, Fault.Kind.FALSE_ALARM, List.of(), null, surplus);
            }
        }
    }

    private void fault(
            GoldDocument document,
            Tally tally,
            Fault.Kind kind,
            List<String> wrong,
            @Nullable JsonNode gold,
            @Nullable JsonNode coded) {
        faults.add(new Fault(document.id(), kind, tally.type(), wrong, gold, coded));
    }

    /** The result so far. */
    Scores scores() {
        return new Scores(
                documents,
                events,
                List.copyOf(tallies.values()),
                cleanNegatives,
                negatives,
                List.copyOf(faults),
                List.copyOf(judgements));
    }
}
