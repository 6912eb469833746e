package org.tocsin.event;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/**
 * Chooses the place of an act among the places of its sentence, then of the sentences before it. A place that only stands for a
 * government ("Paris said"), describes somebody ("Moscow-backed") or is where something came from ("fired from Gaza") is never
 * chosen; no place is better than a wrong one.
 */
public final class ActPlaces {
    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "at",
            "on",
            "near",
            "outside",
            "around",
            "over",
            "across",
            "inside",
            "into",
            "against",
            "upon",
            "of",
            "within",
            "throughout",
            "between",
            "along",
            "off",
            "towards",
            "toward");
    private static final Set<String> ORIGIN = Set.of("from", "by", "with", "to", "via", "like", "as", "than");
    private static final Set<String> NOUN_OR_MODIFIER =
            Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "VBG", "PRP$", "JJS", "POS");
    private static final int FAR = 14;
    private static final int OTHER_CLAUSE = 5;
    private static final int UNFIT = 1000;
    private static final int MANY_TOWNS = 4;

    private final Document document;

    /** Chooses among the places of this document. */
    public ActPlaces(Document document) {
        this.document = document;
    }

    /** The place of an act told by the token of a sentence, from this sentence alone; null where it names none. */
    public @Nullable Anchored<Place> inSentence(Sentence sentence, int token) {
        Clauses clauses = Clauses.of(sentence);
        return sentence.mentions(PlaceMention.class)
                .filter(mention -> cost(sentence, clauses, mention, token) < UNFIT)
                .min(Comparator.comparingInt((PlaceMention mention) -> cost(sentence, clauses, mention, token))
                        .thenComparingInt(PlaceMention::from))
                .map(mention -> Anchored.at(sentence, mention, mention.place()))
                .orElse(null);
    }

    /**
     * The place of an act told by the token of a sentence: the sentence's, else that of the nearest sentence before it in its
     * paragraph, else that of the paragraph before; null where those name none.
     */
    public @Nullable Anchored<Place> of(Sentence sentence, int token) {
        Anchored<Place> own = inSentence(sentence, token);
        if (own != null && own.value().getPrecision() != PlacePrecision.COUNTRY) {
            return own;
        }
        Optional<Anchored<Place>> before =
                before(sentence).filter(place -> own == null || sameCountry(place.value(), own.value()));
        return before.orElse(own);
    }

    private Optional<Anchored<Place>> before(Sentence sentence) {
        List<Sentence> sentences = document.sentences();
        for (int i = sentence.index() - 1; i >= 0; i--) {
            Sentence earlier = sentences.get(i);
            if (earlier.paragraph() < sentence.paragraph() - 1 && !aboutOnePlace()) {
                return Optional.empty();
            }
            Anchored<Place> place = inSentence(earlier, 0);
            if (place != null && place.value().getPrecision() != PlacePrecision.COUNTRY) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Whether the article names so few towns that its sentences without a place still tell of the place told before. */
    private boolean aboutOnePlace() {
        return document.sentences().stream()
                        .flatMap(sentence -> sentence.mentions(PlaceMention.class))
                        .filter(mention -> mention.place().getPrecision() == PlacePrecision.TOWN)
                        .map(mention -> mention.place().getName())
                        .distinct()
                        .limit(MANY_TOWNS)
                        .count()
                < MANY_TOWNS;
    }

    private static boolean sameCountry(Place one, Place other) {
        return one.getCountry() != null && one.getCountry().equals(other.getCountry());
    }

    /** How far a place is from being that of the act: the distance in tokens with a surcharge for loose attachment. */
    private int cost(Sentence sentence, Clauses clauses, PlaceMention mention, int token) {
        if (describes(sentence, mention) || speaks(sentence, mention)) {
            return UNFIT;
        }
        String preposition = preposition(sentence, mention);
        if (ORIGIN.contains(preposition)) {
            return UNFIT;
        }
        boolean locative = LOCATIVE.contains(preposition) || mention.from() == token + 1;
        if (!locative && belongsTo(sentence, mention)) {
            return UNFIT;
        }
        int distance = Math.abs(mention.from() - token) + OTHER_CLAUSE * clauses.between(mention.from(), token);
        int loose = locative ? 0 : FAR;
        return distance + loose + coarse(mention.place()) + surface(mention);
    }

    /** Whether a country's name only tells whose the thing behind it is: "a US destroyer". */
    private static boolean belongsTo(Sentence sentence, PlaceMention mention) {
        return mention.place().getPrecision() == PlacePrecision.COUNTRY
                && tagAt(sentence, mention.to()).startsWith("NN");
    }

    private static int surface(PlaceMention mention) {
        return switch (mention.surface()) {
            case NAME -> mention.relation() == PlaceMention.Relation.NEAR ? 2 : 0;
            case ADJECTIVE -> FAR;
            case DATELINE -> 2 * FAR;
        };
    }

    private static int coarse(Place place) {
        return switch (place.getPrecision()) {
            case SITE, TOWN -> 0;
            case AREA -> 4;
            case ADMIN1 -> FAR;
            case COUNTRY, UNKNOWN -> 3 * FAR;
        };
    }

    /** Whether the name only describes somebody: "Moscow-backed", "Beirut-based". */
    private static boolean describes(Sentence sentence, PlaceMention mention) {
        return textAt(sentence, mention.to()).startsWith("-")
                || sentence.tokens()
                        .get(mention.to() - 1)
                        .lower()
                        .matches(".+-(backed|based|led|installed|controlled|appointed)");
    }

    /** Whether the name stands for a government that speaks or acts: a name without preposition before a verb. */
    private static boolean speaks(Sentence sentence, PlaceMention mention) {
        return mention.surface() == PlaceMention.Surface.NAME
                && preposition(sentence, mention).isEmpty()
                && tagAt(sentence, mention.to()).startsWith("VB")
                && !tagAt(sentence, mention.to()).equals("VBG");
    }

    /** The preposition that the name hangs on, in lower case; empty where it hangs on none. */
    private static String preposition(Sentence sentence, PlaceMention mention) {
        for (int i = mention.from() - 1; i >= 0 && i >= mention.from() - 6; i--) {
            Token token = sentence.tokens().get(i);
            if (token.tag().equals("IN") || token.tag().equals("TO")) {
                return token.lower().toLowerCase(Locale.ROOT);
            }
            if (!NOUN_OR_MODIFIER.contains(token.tag())) {
                return "";
            }
        }
        return "";
    }

    private static String tagAt(Sentence sentence, int token) {
        return token < sentence.tokens().size() ? sentence.tokens().get(token).tag() : "";
    }

    private static String textAt(Sentence sentence, int token) {
        return token < sentence.tokens().size() ? sentence.tokens().get(token).text() : "";
    }
}
