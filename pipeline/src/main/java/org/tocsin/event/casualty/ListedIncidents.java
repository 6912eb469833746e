package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.PlacePrecision;

/**
 * The tolls of single attacks that an article lists as parts of a total told right before: "The dead include nine people who queued
 * for bread in Omdurman on Monday and six who slept in a school in Bara".
 */
final class ListedIncidents {
    private static final CueTable<Boolean> LISTS =
            CueTable.of(KnowledgeTable.load(ListedIncidents.class, "list-cues.tsv", "words"), row -> true);
    private static final Set<PlacePrecision> PINNED =
            Set.of(PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.AREA);

    private static final Set<String> SAYING = Set.of("say", "tell", "add", "report");
    private static final Set<String> ORIGINS = Set.of("from", "of");

    /** Sentences back within which the total is told. */
    private static final int NEAR = 2;

    /** Words before which the list of a sentence begins: "Among them were", "The dead include". */
    private static final int HEAD = 4;

    private final Document document;
    private final ActDates dates;

    ListedIncidents(Document document, ActDates dates) {
        this.document = document;
        this.dates = dates;
    }

    /** A reading for each group of dead with a place of its own; none where the sentence lists nothing of a total. */
    List<TollReading> in(Sentence sentence, List<TollReading> before, List<Anchored<Attribution>> sayings) {
        Integer total = totalBefore(sentence, before);
        boolean lists = total != null && LISTS.find(sentence).stream().anyMatch(cue -> cue.from() <= HEAD);
        if (!lists || total == null) {
            return List.of();
        }
        List<People.Group> groups = People.in(document, sentence).stream()
                .filter(People.Group::stated)
                .filter(group -> isWithin(group, total))
                .toList();
        List<TollReading> readings = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int end = i + 1 < groups.size()
                    ? groups.get(i + 1).from()
                    : sentence.tokens().size();
            TollReading reading = reading(sentence, groups.get(i), end, sayings);
            if (reading != null) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private static @Nullable Integer totalBefore(Sentence sentence, List<TollReading> before) {
        return before.stream()
                .filter(reading -> reading.scope().value() == CasualtyScope.CUMULATIVE)
                .filter(reading -> sentence.index() - reading.sentence().index() <= NEAR)
                .flatMap(reading -> reading.figures().stream())
                .filter(figure -> figure.outcome() == Outcome.KILLED && figure.best() != null)
                .map(TollFigure::best)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static boolean isWithin(People.Group group, int total) {
        Integer best = group.count().value().getBest();
        return best != null && best < total;
    }

    private @Nullable TollReading reading(
            Sentence sentence, People.Group group, int end, List<Anchored<Attribution>> sayings) {
        PlaceMention place = sentence.mentions(PlaceMention.class)
                .filter(mention -> mention.from() >= group.to() && mention.to() <= end)
                .filter(mention -> PINNED.contains(mention.place().getPrecision()))
                .filter(mention -> !isOrigin(sentence, mention) && !isBehindSaying(sentence, group.to(), mention))
                .findFirst()
                .orElse(null);
        if (place == null || tellsHurt(sentence, group, end)) {
            return null;
        }
        TollFigure figure = new TollFigure(
                Outcome.KILLED,
                group.count(),
                List.of(group),
                group.from(),
                group.from(),
                TollFigure.Time.LATER,
                false,
                true,
                null);
        return new TollReading(
                sentence,
                List.of(figure),
                Anchored.at(sentence, place, place.place()),
                true,
                dates.inSentence(sentence, place.from()),
                Anchored.unread(CasualtyScope.INCIDENT),
                Anchored.unread(EventStatus.OCCURRED),
                sayings);
    }

    /** "three policemen from Cabaret": where people come from. */
    private static boolean isOrigin(Sentence sentence, PlaceMention place) {
        return ORIGINS.contains(sentence.tokens().get(place.from() - 1).lower());
    }

    /** "a spokeswoman said in Geneva": where somebody speaks. */
    private static boolean isBehindSaying(Sentence sentence, int from, PlaceMention place) {
        return sentence.tokens().subList(from, place.from()).stream()
                .anyMatch(token -> SAYING.contains(token.lemma()) && token.tag().startsWith("VB"));
    }

    /** Whether the words behind a group tell of another outcome than death. */
    private static boolean tellsHurt(Sentence sentence, People.Group group, int end) {
        return OutcomeCue.TABLE.find(sentence).stream()
                .filter(cue -> cue.from() >= group.from() && cue.to() <= end)
                .anyMatch(cue -> cue.meaning().outcome() != Outcome.KILLED
                        && cue.meaning().outcome() != Outcome.DISPLACED);
    }
}
