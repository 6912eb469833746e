package org.tocsin.event;

import java.util.Set;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** Names that only tell where the town written right before them lies: "in Kurunegala, 90 km northeast of Colombo". */
final class Bearings {
    /** Tags of the words of a distance or direction. */
    private static final Set<String> WORDS = Tags.like("CD|NNS?|JJR?|RB|IN|DT|TO|NNP|HYPH");

    /** Most tokens from one name to the other; own choice. */
    private static final int REACH = 9;

    private Bearings() {}

    /** Whether a name gives the bearing of another. */
    static boolean isOfOther(Sentence sentence, PlaceMention mention) {
        return mention.relation() == PlaceMention.Relation.NEAR
                && sentence.mentions(PlaceMention.class)
                        .filter(inner -> inner.surface() == PlaceMention.Surface.NAME && !isWide(inner.place()))
                        .filter(inner -> inner.to() < mention.from() && mention.from() - inner.to() <= REACH)
                        .filter(inner -> isMark(sentence, inner.to()))
                        .anyMatch(inner -> sentence.tokens().subList(inner.to() + 1, mention.from()).stream()
                                .allMatch(token -> WORDS.contains(token.tag())));
    }

    private static boolean isMark(Sentence sentence, int token) {
        String text = sentence.tokens().get(token).text();
        return text.equals(",") || text.equals("(");
    }

    private static boolean isWide(Place place) {
        return place.getPrecision() == PlacePrecision.ADMIN1 || place.getPrecision() == PlacePrecision.COUNTRY;
    }
}
