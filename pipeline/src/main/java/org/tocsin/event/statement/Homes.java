package org.tocsin.event.statement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/**
 * Gives an office holder or body of a state that is named without it the state: that of the place before it, of the
 * pages on which the text stands, or of most of the text.
 */
final class Homes {
    private static final Set<String> STATE_OFFICES = Set.of(
            "president",
            "vice president",
            "governor",
            "ambassador",
            "spokesperson",
            "commander",
            "general",
            "colonel",
            "admiral",
            "captain",
            "prosecutor",
            "mayor",
            "senator",
            "lawmaker",
            "king",
            "speaker",
            "attorney general",
            "chancellor",
            "defence secretary",
            "foreign secretary",
            "presidential adviser",
            "national security adviser",
            "official",
            "secretary");
    /** An office that no other state is told to have on a state's own pages. */
    private static final String SECRETARY = "secretary";

    private static final int CLEAR = 2;
    private static final int OPENING = 3;

    private final Document document;
    private final @Nullable String publisher;
    private final @Nullable String main;

    Homes(Document document) {
        this.document = document;
        this.publisher = Publisher.country(document.article());
        this.main = PublicSpeech.namesForces(document) ? mostNamed() : null;
    }

    private @Nullable String mostNamed() {
        Map<String, Integer> counts = new HashMap<>();
        for (Sentence sentence : document.sentences()) {
            sentence.mentions(ActorMention.class)
                    .filter(actor -> actor.country() != null && actor.kind() != ActorKind.MEDIA)
                    .forEach(actor -> counts.merge(actor.country(), 1, Integer::sum));
            sentence.mentions(PlaceMention.class)
                    .filter(place -> place.place().getCountry() != null)
                    .forEach(place -> counts.merge(place.place().getCountry(), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(most -> counts.entrySet().stream()
                        .allMatch(other ->
                                other.getKey().equals(most.getKey()) || other.getValue() * CLEAR <= most.getValue()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The speaker with the state that is meant; as before where one is told or none can be. */
    Anchored<Actor> with(Anchored<Actor> speaker, Sentence sentence) {
        Actor actor = speaker.value();
        if (actor.getCountry() != null || actor.getOrganization() != null || !servesState(actor)) {
            return speaker;
        }
        String country = placeBefore(speaker, sentence)
                .or(() -> Optional.ofNullable(opensText(actor) || SECRETARY.equals(actor.getRole()) ? publisher : null))
                .orElse(main);
        return country == null
                ? speaker
                : speaker.map(known ->
                        new Actor(known.getName(), known.getText(), known.getRole(), null, country, known.getKind()));
    }

    /** Whether the headline or the first sentences name somebody, as a release does whom it is about. */
    private boolean opensText(Actor actor) {
        String name = actor.getName();
        return document.article().title().contains(name)
                || document.sentences().stream()
                        .limit(OPENING)
                        .anyMatch(sentence -> sentence.text().contains(name));
    }

    private static boolean servesState(Actor actor) {
        String role = actor.getRole();
        if (role == null) {
            return actor.getKind() == ActorKind.STATE || actor.getKind() == ActorKind.MILITARY;
        }
        return STATE_OFFICES.contains(role) || role.contains("minister");
    }

    /** The state of the place that stands last before a speaker in the sentence: "In Berlin, Defence Minister X said". */
    private static Optional<String> placeBefore(Anchored<Actor> speaker, Sentence sentence) {
        return sentence.mentions(PlaceMention.class)
                .filter(place -> place.from() > 0
                        && sentence.tokens().get(place.from() - 1).lower().equals("in")
                        && sentence.endOf(place.to()) <= speaker.start())
                .max(Comparator.comparingInt(PlaceMention::from))
                .map(place -> place.place().getCountry());
    }
}
