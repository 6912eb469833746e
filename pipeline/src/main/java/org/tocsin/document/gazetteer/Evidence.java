package org.tocsin.document.gazetteer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/** Where an article names countries and divisions, to weigh the places that a name may mean: the nearer and the more often, the stronger. Noted in the order of the text, built and read by one thread. */
final class Evidence {
    private static final double SAME_SENTENCE = 3;
    private static final double SAME_PARAGRAPH = 1.5;
    private static final double HEADLINE = 2;
    private static final double ELSEWHERE = 0.3;
    private static final double ELSEWHERE_AT_MOST = 2;

    /** How many times more often than the next the country of an article is named. */
    private static final double LEADING = 2;

    /** Countries whose forces also fight in others, so that their name alone does not tell where. */
    private static final Set<String> ABROAD =
            KnowledgeTable.load(Evidence.class, "forces-abroad.tsv", "country", "where").rows().stream()
                    .map(row -> row.required("country"))
                    .collect(Collectors.toUnmodifiableSet());

    private final Set<String> actors = new TreeSet<>();
    private final Map<String, Traces> countries = new HashMap<>();
    private final Map<String, Double> named = new HashMap<>();
    private final Set<String> headline = new HashSet<>();
    private final Map<Integer, Traces> divisions = new HashMap<>();

    /** Notes that a country is named; weight 1 for its name. */
    void country(String code, int sentence, int paragraph, double weight) {
        countries.computeIfAbsent(code, c -> new Traces()).add(sentence, paragraph, weight);
        named.merge(code, sentence < 0 ? weight * HEADLINE : weight, Double::sum);
    }

    /** Notes that the headline bears a name, which the article then is about. */
    void headline(String key) {
        headline.add(key);
    }

    /** Whether the headline bears a name. */
    boolean isOfHeadline(String key) {
        return headline.contains(key);
    }

    /** Notes that a division is named, by the number of its entry. */
    void division(int number, int sentence, int paragraph, double weight) {
        divisions.computeIfAbsent(number, n -> new Traces()).add(sentence, paragraph, weight);
    }

    /** Whether the article names a country in any way. */
    boolean names(String country) {
        return countries.containsKey(country);
    }

    /** Notes that somebody of a country acts, which says less about where. */
    void actor(String code, int sentence, int paragraph, double weight) {
        actors.add(code);
        countries.computeIfAbsent(code, c -> new Traces()).add(sentence, paragraph, weight);
    }

    /**
     * The country that the article is about where it names no place: that of all who act in it, if it is one and its forces are not
     * those that mostly act abroad; null where it is not clear.
     */
    @Nullable
    String homeOfActors() {
        return named.isEmpty()
                        && actors.size() == 1
                        && !ABROAD.contains(actors.iterator().next())
                ? actors.iterator().next()
                : null;
    }

    /** The country that the article is about: its places named clearly more than any other's; null where none is. */
    @Nullable
    String leadingCountry() {
        String leading = null;
        double most = 0;
        double second = 0;
        for (Map.Entry<String, Double> country : named.entrySet()) {
            double weight = country.getValue();
            second = Math.max(second, Math.min(weight, most));
            if (weight > most) {
                most = weight;
                leading = country.getKey();
            }
        }
        return most >= LEADING * second ? leading : null;
    }

    /** How strongly the article speaks for a place at a name: 0 nothing; from 1 on its country is named near or often. */
    double forCountry(GazetteerEntry entry, SpottedName at) {
        return entry.country() == null ? 0 : weigh(countries.get(entry.country()), at);
    }

    /** The same for the place's first-order division. */
    double forDivision(GazetteerEntry entry, SpottedName at) {
        return entry.admin1() < 0 ? 0 : weigh(divisions.get(entry.admin1()), at);
    }

    private static double weigh(@Nullable Traces traces, SpottedName at) {
        if (traces == null) {
            return 0;
        }
        return SAME_SENTENCE * traces.inSentence(at.sentence)
                + HEADLINE * traces.inHeadline(at.sentence)
                + SAME_PARAGRAPH * traces.inParagraph(at.sentence, at.paragraph)
                + traces.elsewhere(at.paragraph, ELSEWHERE, ELSEWHERE_AT_MOST);
    }
}
