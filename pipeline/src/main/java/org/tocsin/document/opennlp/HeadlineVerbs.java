package org.tocsin.document.opennlp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Tags;

/**
 * Mends the tags of verbs of attack in the present tense of headlines and digests, which the tagger takes for nouns: "Army artillery
 * shells Loikaw", "Rebels storm a base". A word is such a verb where it follows a bare noun phrase that opens its clause and fits it in
 * number, an object follows, and the clause has no other verb of its own.
 */
final class HeadlineVerbs {
    private static final Set<String> MISTAKEN = Tags.like("NNS?|JJ|IN|RB");
    private static final Set<String> PHRASE = Tags.like("DT|JJ|NN.*|POS|VBN|CD|CC");
    private static final Set<String> NOUN = Tags.like("NN.*");
    private static final Set<String> OBJECT = Tags.like("DT|PRP\\$|NN.*|JJ.?|CD|RP");
    private static final Set<String> BREAKS = Set.of(",", ";", ":", ".", "(", ")", "--", "-", "?", "!");
    private static final Set<String> PARTICLES = Set.of("down", "up", "off", "back", "out");

    /** Words before a noun that make several of it, so that a form for one subject does not fit. */
    private static final Set<String> PLURAL_WORDS =
            Set.of("these", "those", "such", "several", "many", "some", "both", "all", "few", "other", "most");

    /** Plurals without an "s". */
    private static final Set<String> PLURALS = Set.of("men", "people", "police", "forces", "troops");

    private static final Map<String, String> TAGS = tags();

    private HeadlineVerbs() {}

    /** Form of verb to tag: VBZ for one who acts, VBP for several, VBD where the form is of the past. */
    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        KnowledgeTable.load(HeadlineVerbs.class, "headline-verbs.tsv", "form", "tag")
                .rows()
                .forEach(row -> tags.put(row.required("form"), row.required("tag")));
        return Map.copyOf(tags);
    }

    /** Gives the verbs among these words, tagged as something else, the tags of verbs. */
    static void mend(List<KnownWords.Word> words, String[] tags) {
        int start = 0;
        for (int i = 0; i < tags.length; i++) {
            if (BREAKS.contains(words.get(i).text())) {
                start = i + 1;
            } else if (MISTAKEN.contains(tags[i])) {
                String verb = TAGS.get(words.get(i).lower());
                if (verb != null && isVerb(words, tags, start, i, verb)) {
                    tags[i] = verb;
                }
            }
        }
    }

    private static boolean isVerb(List<KnownWords.Word> words, String[] tags, int start, int at, String verb) {
        return at > start
                && isSubject(words, tags, start, at, verb)
                && isObject(words, tags, at + 1)
                && isAlone(words, tags, at);
    }

    private static boolean isSubject(List<KnownWords.Word> words, String[] tags, int start, int end, String verb) {
        boolean several = words.get(start).lower().equals("both");
        for (int i = start; i < end; i++) {
            String lower = words.get(i).lower();
            if (!PHRASE.contains(tags[i])) {
                return false;
            }
            several |= tags[i].equals("CD") || tags[i].equals("CC") || PLURAL_WORDS.contains(lower);
        }
        String last = words.get(end - 1).lower();
        boolean plural = tags[end - 1].equals("NNS")
                || tags[end - 1].equals("NNPS")
                || PLURALS.stream().anyMatch(last::endsWith)
                || several && tags[end - 1].equals("NNP");
        String name = words.get(end - 1).text();
        boolean noun = NOUN.contains(tags[end - 1]) || Character.isUpperCase(name.charAt(0)) && name.indexOf('-') > 0;
        return switch (verb) {
            case "VBZ" -> noun && !plural && !several;
            case "VBP" -> noun && plural;
            default -> noun;
        };
    }

    private static boolean isObject(List<KnownWords.Word> words, String[] tags, int next) {
        if (next >= tags.length || BREAKS.contains(words.get(next).text())) {
            return false;
        }
        boolean particle = PARTICLES.contains(words.get(next).lower());
        return (particle || OBJECT.contains(tags[next]))
                && !CalendarName.startsAt(words.get(next).text(), 0);
    }

    /** Whether no tensed verb follows in the clause, but one that "and" joins. */
    private static boolean isAlone(List<KnownWords.Word> words, String[] tags, int verb) {
        for (int i = verb + 1; i < tags.length && !BREAKS.contains(words.get(i).text()); i++) {
            if (Tags.FINITE.contains(tags[i])) {
                return tags[i - 1].equals("CC");
            }
        }
        return true;
    }
}
