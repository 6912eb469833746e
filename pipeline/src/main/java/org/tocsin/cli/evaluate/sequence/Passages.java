package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Shares the sentences of a report out to the incidents that it tells, by the words that only one of them has. */
final class Passages {
    private static final Pattern END = Pattern.compile("(?<=[.!?][\"”]?)\\s+(?=[\"“]?\\p{Lu})|\\n+");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final int SHORTEST_WORD = 4;

    private Passages() {}

    /** The words by which a report may tell an incident: its place, method and figures. */
    static Set<String> words(JsonNode incident, List<JsonNode> figures) {
        Set<String> words = new TreeSet<>();
        add(words, incident.path("place").asText());
        incident.path("place_also").forEach(name -> add(words, name.asText()));
        add(words, incident.path("method").asText().replace('_', ' '));
        for (JsonNode step : figures) {
            for (String outcome : List.of("killed", "injured")) {
                if (step.path(outcome).isInt()) {
                    int number = step.path(outcome).asInt();
                    words.add(Integer.toString(number));
                    words.add(number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number));
                }
            }
        }
        return words;
    }

    private static void add(Set<String> words, String text) {
        for (String word : WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() >= SHORTEST_WORD) {
                words.add(word);
            }
        }
    }

    /** The sentences of each incident; one that speaks of none goes with the sentence before it. */
    static List<List<String>> of(String text, List<Set<String>> incidents) {
        List<List<String>> passages = new ArrayList<>();
        incidents.forEach(words -> passages.add(new ArrayList<>()));
        int last = incidents.size() == 1 ? 0 : -1;
        for (String sentence : END.split(text)) {
            int best = best(sentence, incidents);
            last = best >= 0 ? best : last;
            if (last >= 0 && last < passages.size() && !sentence.isBlank()) {
                passages.get(last).add(sentence.strip());
            }
        }
        return passages;
    }

    /** The incident that most words of a sentence speak of; -1 where none or more than one is. */
    private static int best(String sentence, List<Set<String>> incidents) {
        Set<String> said =
                Set.of(new TreeSet<>(List.of(WORDS.split(sentence.toLowerCase(Locale.ROOT)))).toArray(String[]::new));
        int best = -1;
        long most = 0;
        for (int i = 0; i < incidents.size(); i++) {
            long shared = incidents.get(i).stream().filter(said::contains).count();
            if (shared > most) {
                most = shared;
                best = i;
            } else if (shared == most) {
                best = -1;
            }
        }
        return best;
    }
}
