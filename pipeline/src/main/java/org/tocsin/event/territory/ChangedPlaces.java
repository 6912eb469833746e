package org.tocsin.event.territory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.PlacePrecision;

/** Finds the places whose control a verb changes: towns, areas and divisions that stand as its object, never a whole state. */
final class ChangedPlaces {
    private static final Set<String> PLACE_NOUNS =
            KnowledgeTable.load(ChangedPlaces.class, "place-nouns.tsv", "word").rows().stream()
                    .map(row -> row.required("word"))
                    .collect(Collectors.toUnmodifiableSet());
    private static final int NEAR = 12;
    private static final int LOOSE = 9;

    private ChangedPlaces() {}

    /** The places that the verb's phrase governs, in order; empty where it governs none. */
    static List<PlaceMention> of(Sentence sentence, CueTable.Cue<TerritoryVerb> verb) {
        List<PlaceMention> places = sentence.mentions(PlaceMention.class)
                .filter(place -> place.place().getPrecision() != PlacePrecision.COUNTRY)
                .filter(place -> place.surface() != PlaceMention.Surface.DATELINE)
                .toList();
        boolean passive = isPassive(sentence, verb.from());
        if (verb.meaning().form() == TerritoryVerb.Form.FALLEN || passive) {
            List<PlaceMention> before = places.stream()
                    .filter(place -> place.to() <= verb.from() && verb.from() - place.to() <= NEAR)
                    .filter(place -> leadsToVerb(sentence, place.to(), verb.from()))
                    .toList();
            if (!before.isEmpty() || verb.meaning().form() == TerritoryVerb.Form.FALLEN) {
                return before;
            }
        }
        return places.stream()
                .filter(place -> place.from() >= verb.to() && place.from() - verb.to() <= NEAR)
                .filter(place -> isObject(sentence, verb, place))
                .limit(1)
                .toList();
    }

    private static boolean isPassive(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        return tokens.get(verb).tag().equals("VBN")
                && tokens.subList(Math.max(0, verb - 3), verb).stream()
                        .anyMatch(token -> token.lemma().equals("be"));
    }

    private static boolean leadsToVerb(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .noneMatch(token -> token.tag().equals("CC") || token.text().matches("[;:]"));
    }

    private static boolean isObject(Sentence sentence, CueTable.Cue<TerritoryVerb> verb, PlaceMention place) {
        List<Token> between = sentence.tokens().subList(verb.to(), place.from());
        boolean loose = verb.meaning().form() != TerritoryVerb.Form.OBJECT;
        return between.stream().allMatch(token -> fits(token, loose)) && between.size() <= (loose ? LOOSE : NEAR);
    }

    private static boolean fits(Token token, boolean loose) {
        if (token.tag().matches("NNS?")) {
            return loose || PLACE_NOUNS.contains(token.lower());
        }
        return token.tag().matches("DT|JJ|JJR|JJS|NNP|NNPS|IN|TO|RB|CC|POS|CD|PRP\\$|RP|VBG|VBN")
                || token.text().matches(",|\"|''|``");
    }
}
