package org.tocsin.event.territory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.TerritoryChangeKind;

/** Finds the place that a verb or noun of territory takes, enters or leaves: only one that hangs on these words, never just any. */
final class Grounds {
    private static final int REACH = 14;
    private static final Set<String> INNER = Set.of(
            "of", "in", "at", "near", "on", "outside", "around", "along", "inside", "between", "to", "from", "within",
            "over", "across", "beyond", "off", "called", "named");
    private static final Set<String> FOREIGN = Set.of(
            "with", "by", "after", "since", "during", "for", "as", "under", "before", "until", "against", "because",
            "while", "if", "than", "like", "without", "via");
    private static final Set<String> POINTING = Set.of("the", "that", "this", "its", "their", "both");

    private static final CueTable<Optional<TerritoryChangeKind>> OBJECTS = CueTable.of(
            KnowledgeTable.load(Grounds.class, "territory-objects.tsv", "words", "change"),
            row -> Optional.ofNullable(row.constant("change", TerritoryChangeKind.class)));

    private final ActPlaces places;

    Grounds(Document document) {
        this.places = new ActPlaces(document);
    }

    /** What the words of a cue take; null where no place hangs on them. */
    @Nullable
    Ground of(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        return switch (cue.meaning().form()) {
            case TAKE ->
                VerbForms.isPassive(sentence, cue.from())
                        ? subject(sentence, clauses, cue, REACH)
                        : object(sentence, clauses, cue);
            case FALL -> subject(sentence, clauses, cue, 2);
            case NOUN ->
                sentence.tokens().get(cue.to() - 1).lower().equals("of")
                        ? object(sentence, clauses, cue)
                        : behind(sentence, clauses, cue.to());
            case TOWARD -> behind(sentence, clauses, cue.to());
        };
    }

    /** The object of a verb: a place, or a thing of territory-objects.tsv at a place. */
    private @Nullable Ground object(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        List<CueTable.Cue<Optional<TerritoryChangeKind>>> objects = OBJECTS.find(sentence);
        int limit = Math.min(clauses.to(cue.to() - 1), cue.to() + REACH);
        boolean inner = false;
        CueTable.Cue<Optional<TerritoryChangeKind>> thing = null;
        for (int i = cue.to(); i < limit; i++) {
            PlaceMention place = placeAt(sentence, i);
            if (place != null && fits(sentence, place, objects)) {
                boolean country = place.place().getPrecision() == PlacePrecision.COUNTRY;
                return !inner || thing != null && !country ? ground(sentence, place, thing) : null;
            }
            Token token = sentence.tokens().get(i);
            int at = i;
            thing = thing != null
                    ? thing
                    : objects.stream()
                            .filter(found -> found.from() == at)
                            .findFirst()
                            .orElse(null);
            if (token.tag().matches("VB.?|MD|W.*|:") && !isModifier(sentence, i)) {
                break;
            }
            if (token.tag().matches("IN|TO")) {
                if (!INNER.contains(token.lower())
                        || thing == null && !token.lower().equals("of")) {
                    break;
                }
                inner = true;
            }
        }
        return thing == null ? null : told(sentence, cue, thing);
    }

    /** "seized the city": the place that the article told before. */
    private @Nullable Ground told(
            Sentence sentence, CueTable.Cue<TerritoryTrigger> cue, CueTable.Cue<Optional<TerritoryChangeKind>> thing) {
        boolean points = sentence.tokens().subList(cue.to(), thing.from()).stream()
                .anyMatch(token -> POINTING.contains(token.lower()));
        Anchored<Place> place = points ? places.of(sentence, thing.from()) : null;
        boolean pin = place != null && place.value().getPrecision() != PlacePrecision.COUNTRY;
        return pin && place != null ? new Ground(place, thing.meaning().orElse(null), false) : null;
    }

    /** The place behind a preposition: "into the town", "from positions near it". */
    private @Nullable Ground behind(Sentence sentence, Clauses clauses, int from) {
        int limit = Math.min(clauses.to(from - 1), from + REACH);
        for (int i = from; i < limit; i++) {
            PlaceMention place = placeAt(sentence, i);
            if (place != null && place.surface() == PlaceMention.Surface.NAME) {
                return ground(sentence, place, null);
            }
            Token token = sentence.tokens().get(i);
            boolean leaves = token.tag().equals("IN") && FOREIGN.contains(token.lower());
            if (leaves || token.tag().matches("VB.?|MD|W.*|:") && !isModifier(sentence, i)) {
                return null;
            }
        }
        return null;
    }

    /** The place that is the subject of a passive verb or of "fell". */
    private @Nullable Ground subject(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, int reach) {
        int group = VerbForms.groupStart(sentence, cue.from());
        List<PlaceMention> before = sentence.mentions(PlaceMention.class)
                .filter(place -> place.surface() == PlaceMention.Surface.NAME)
                .filter(place -> place.to() <= group && group - place.to() <= REACH)
                .filter(place -> clauses.between(place.from(), cue.from()) == 0)
                .filter(place -> sentence.tokens().subList(place.to(), group).stream()
                        .noneMatch(token -> token.tag().matches("VB[DZP]|MD")))
                .toList();
        boolean near =
                !before.isEmpty() && group - before.get(before.size() - 1).to() <= reach;
        return !near
                ? null
                : before.stream()
                        .reduce((one, other) -> isWithin(one, other) ? one : other)
                        .map(place -> ground(sentence, place, null))
                        .orElse(null);
    }

    /** "the village of Vesele in Kharkiv Region": the second place only holds the first. */
    private static boolean isWithin(PlaceMention one, PlaceMention other) {
        return isCoarse(other.place()) && !isCoarse(one.place());
    }

    private static boolean isCoarse(Place place) {
        return place.getPrecision() == PlacePrecision.COUNTRY || place.getPrecision() == PlacePrecision.ADMIN1;
    }

    private static @Nullable PlaceMention placeAt(Sentence sentence, int token) {
        return sentence.mentions(PlaceMention.class)
                .filter(place -> place.from() == token)
                .filter(place -> place.surface() != PlaceMention.Surface.ADJECTIVE
                        || place.place().getPrecision() != PlacePrecision.COUNTRY)
                .findFirst()
                .orElse(null);
    }

    /** Whether a name is the place taken, not the first word of a longer phrase of another thing ("Donetsk prisoners"). */
    private static boolean fits(
            Sentence sentence, PlaceMention place, List<CueTable.Cue<Optional<TerritoryChangeKind>>> objects) {
        List<Token> tokens = sentence.tokens();
        boolean attributive = place.surface() == PlaceMention.Surface.ADJECTIVE
                || place.to() < tokens.size() && tokens.get(place.to()).tag().matches("NNS?");
        return !attributive
                || objects.stream().anyMatch(thing -> thing.from() >= place.to() && thing.from() - place.to() <= 2);
    }

    private static boolean isModifier(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        return tokens.get(token).tag().matches("VBN|VBG")
                && token + 1 < tokens.size()
                && tokens.get(token + 1).tag().matches("NN.*|JJ");
    }

    private static Ground ground(
            Sentence sentence, PlaceMention place, CueTable.@Nullable Cue<Optional<TerritoryChangeKind>> thing) {
        TerritoryChangeKind change = thing == null ? null : thing.meaning().orElse(null);
        return new Ground(Anchored.at(sentence, place, place.place()), change, true);
    }
}
