package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.PlaceMention.Relation;
import org.tocsin.document.Mention.PlaceMention.Surface;

/** A place name found in a sentence and what its surroundings say, before it is known which place is meant. Used by one article's resolution only. */
final class SpottedName {
    /** Position of its sentence in the article; -1 for the title. */
    final int sentence;

    final int paragraph;
    final int from;
    final int to;
    final String key;
    final String text;
    /** The kind of place that a word beside the name says it is ("Sumy Oblast", "the town of Lyman"); null where none does. */
    final @Nullable PlaceKind said;

    final boolean locative;
    final Relation relation;
    final Surface surface;
    /** The places still possible; containers written beside the name narrow them. */
    List<Candidate> candidates;
    /** The name of the containing place written beside it. */
    @Nullable
    SpottedName container;
    /** What it means, once known. */
    @Nullable
    GazetteerEntry meaning;

    SpottedName(
            int sentence,
            int paragraph,
            int from,
            int to,
            String key,
            String text,
            @Nullable PlaceKind said,
            boolean locative,
            Relation relation,
            Surface surface,
            List<Candidate> candidates) {
        this.sentence = sentence;
        this.paragraph = paragraph;
        this.from = from;
        this.to = to;
        this.key = key;
        this.text = text;
        this.said = said;
        this.locative = locative;
        this.relation = relation;
        this.surface = surface;
        this.candidates = new ArrayList<>(candidates);
    }

    boolean qualified() {
        return container != null;
    }

    /** The country that the name can only mean; null where it is no country or may be something else. */
    @Nullable
    GazetteerEntry country() {
        for (Candidate candidate : candidates) {
            if (candidate.entry().kind() == PlaceKind.ADMIN1) {
                return null;
            }
        }
        return candidates.stream()
                .map(Candidate::entry)
                .filter(entry -> entry.kind() == PlaceKind.COUNTRY)
                .findFirst()
                .orElse(null);
    }
}
