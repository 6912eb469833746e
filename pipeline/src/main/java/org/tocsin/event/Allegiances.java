package org.tocsin.event;

import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.PlacePrecision;

/** Words before armed people without a name that tell whose they are: "opposition fighters", "Tuareg rebels". */
final class Allegiances {
    private static final Set<String> DEMONYM_TAGS = Tags.like("JJ|NNP");
    private static final Pattern DEMONYM = Pattern.compile(".*(an|ese|ish)");

    private static final CueTable<Boolean> WORDS =
            CueTable.of(KnowledgeTable.load(Allegiances.class, "allegiances.tsv", "words"), row -> true);

    private Allegiances() {}

    /** Whether a word tells whose the armed people behind it are: "opposition", "Tuareg", "Turkish-backed". */
    static boolean tells(Sentence sentence, Token token) {
        boolean free = sentence.mentions().stream()
                .filter(mention -> !(mention instanceof PlaceMention place) || isCountry(place))
                .noneMatch(mention -> mention.from() <= token.index() && token.index() < mention.to());
        return free && (isAlliance(token) || WORDS.at(sentence, token.index()) != null || isPeople(token));
    }

    private static boolean isCountry(PlaceMention place) {
        return place.place().getPrecision() == PlacePrecision.COUNTRY;
    }

    /** "Tuareg rebels", "Tigrayan forces": a people that no lexicon knows. */
    private static boolean isPeople(Token token) {
        boolean capital = Character.isUpperCase(token.text().charAt(0)) && DEMONYM_TAGS.contains(token.tag());
        return capital
                && (token.index() > 0
                        || token.tag().equals("NNP")
                        || DEMONYM.matcher(token.lower()).matches());
    }

    private static boolean isAlliance(Token token) {
        return token.tag().startsWith("JJ") && token.text().indexOf('-') > 0;
    }
}
