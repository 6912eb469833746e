package org.tocsin.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.gazetteer.Gazetteer;
import org.tocsin.document.lexicon.Lexicons;
import org.tocsin.schema.Place;

/**
 * The country that an article names most, by states, their people and capitals, and by towns that lie in one country only. It tells
 * where reports belong whose own place has no country.
 */
final class ArticleCountry {
    /** Capitalised words, up to three in a row. */
    private static final Pattern NAMES =
            Pattern.compile("\\p{Lu}[\\p{L}'’-]{2,}(?: (?:al-)?\\p{Lu}[\\p{L}'’-]{2,}){0,2}");

    /** How many times as often as the next country the likely one is named. Own choice. */
    private static final int CLEAR = 2;

    /** What the name of a state is worth, and the least that tells a country: a state or two towns. Own choice. */
    private static final int OF_STATE = 2;

    private static final Map<String, String> STATES = states();

    private ArticleCountry() {}

    /** The key of the country that title and text name clearly more often than any other; null where there is none. */
    static @Nullable String likely(NewsArticle article) {
        Map<String, Integer> votes = new TreeMap<>();
        Set<String> places = new HashSet<>();
        String text = article.title() + ". " + article.text();
        Matcher names = NAMES.matcher(text);
        while (names.find()) {
            String country = country(names.group(), opensSentence(text, names.start()));
            if (country != null && places.add(names.group())) {
                votes.merge(Theatres.key(country), weight(names.group()), Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> ordered = new ArrayList<>(votes.entrySet());
        ordered.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        if (ordered.isEmpty()) {
            return null;
        }
        int second = ordered.size() == 1 ? 0 : ordered.get(1).getValue();
        int most = ordered.get(0).getValue();
        return most >= OF_STATE && most >= CLEAR * second ? ordered.get(0).getKey() : null;
    }

    private static int weight(String name) {
        return STATES.containsKey(PlaceMatch.fold(name)) ? OF_STATE : 1;
    }

    private static boolean opensSentence(String text, int at) {
        String before = text.substring(Math.max(0, at - 2), at).strip();
        return before.isEmpty()
                || !Character.isLetterOrDigit(before.charAt(before.length() - 1)) && !before.endsWith(",");
    }

    /** The country of a state or town that a run of capitalised words names; the word that opens a sentence is no town. */
    private static @Nullable String country(String run, boolean opens) {
        List<String> words = List.of(run.split(" ", -1));
        for (int from = 0; from < words.size(); from++) {
            for (int to = words.size(); to > from; to--) {
                String state = STATES.get(PlaceMatch.fold(String.join(" ", words.subList(from, to))));
                if (state != null) {
                    return state;
                }
            }
        }
        return opens ? null : ofTown(run);
    }

    /** The country of the largest place that a name can mean; null where no map has it. */
    static @Nullable String ofLargest(String name) {
        return Gazetteer.shared().readings(name).stream()
                .map(Place::getCountry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ofTown(String name) {
        Set<String> countries = new HashSet<>();
        for (Place reading : Gazetteer.shared().readings(name)) {
            countries.add(String.valueOf(reading.getCountry()));
        }
        return countries.size() == 1 ? countries.iterator().next() : null;
    }

    private static Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        KnowledgeTable table = KnowledgeTable.load(
                Lexicons.class, "states.tsv", "code", "name", "variants", "adjectives", "people", "capitals");
        for (KnowledgeTable.Row row : table.rows()) {
            String code = row.required("code");
            states.put(PlaceMatch.fold(row.required("name")), code);
            for (String column : List.of("variants", "adjectives", "people", "capitals")) {
                row.several(column).forEach(word -> states.putIfAbsent(PlaceMatch.fold(word), code));
            }
        }
        return Map.copyOf(states);
    }
}
