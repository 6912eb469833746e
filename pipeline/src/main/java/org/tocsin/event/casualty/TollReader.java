package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.ActStatus;
import org.tocsin.event.Anchored;
import org.tocsin.event.Attributions;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.Place;

/** Reads what each sentence of a document says about killed, injured, missing, captured and displaced people. */
final class TollReader {
    private static final CueTable<Boolean> EXCLUSIONS =
            CueTable.of(KnowledgeTable.load(TollReader.class, "casualty-exclusions.tsv", "words"), row -> true);
    private static final int NEAR = 3;

    /** Tokens from "none" to the number of those of whom it is told. */
    private static final int HURT_REACH = 4;

    private final Document document;
    private final ActPlaces places;
    private final ActDates dates;
    private final Attributions attributions;
    private final ListedIncidents listedIncidents;

    TollReader(Document document) {
        this.document = document;
        this.places = new ActPlaces(document);
        this.dates = new ActDates(document);
        this.attributions = new Attributions(document);
        this.listedIncidents = new ListedIncidents(document, dates);
    }

    /** The readings in the order of the text; a sentence that tells of two places gives two. */
    List<TollReading> read() {
        List<TollReading> readings = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            if (!EXCLUSIONS.find(sentence).isEmpty()) {
                continue;
            }
            List<Anchored<Attribution>> sayings = attributions.of(sentence);
            List<TollReading> listed = listedIncidents.in(sentence, readings, sayings);
            readings.addAll(listed);
            if (!listed.isEmpty() || !FigureReader.mayTell(sentence)) {
                continue;
            }
            Clauses clauses = Clauses.of(sentence);
            List<TollFigure> figures = new FigureReader(document, sentence, clauses, sayings, told(readings, sentence))
                    .read().stream()
                            .filter(figure -> isNobody(figure) || took(sentence, figure))
                            .toList();
            figures = TollShares.settled(sentence, withoutIdleNobodies(figures), readings);
            if (figures.stream().allMatch(figure -> TollShares.isShare(sentence, figure))) {
                continue;
            }
            for (TollParts.Part part : new TollParts(sentence, clauses, places, dates).of(figures)) {
                TollParts.Part scoped = goesOnWithTotal(sentence, part, readings)
                        ? part.of(readings.get(readings.size() - 1).scope())
                        : part;
                TollReading reading = reading(sentence, scoped, sayings, new ReadingPlaces(document, places, readings));
                if (reading != null) {
                    readings.add(reading);
                }
            }
        }
        return readings;
    }

    /** The outcomes that the readings right before a sentence count. */
    private static Set<Outcome> told(List<TollReading> readings, Sentence sentence) {
        Set<Outcome> told = EnumSet.noneOf(Outcome.class);
        for (int i = readings.size() - 1; i >= 0; i--) {
            TollReading reading = readings.get(i);
            if (sentence.index() - reading.sentence().index() > NEAR) {
                break;
            }
            reading.figures().forEach(figure -> told.add(figure.outcome()));
        }
        return told;
    }

    /** Whether the words of the outcome are not negated: "the guards were not hurt". */
    private boolean took(Sentence sentence, TollFigure figure) {
        return figure.time() == TollFigure.Time.EARLIER
                || Contrasts.denyOnlyNumbers(sentence)
                || ActStatus.of(document, sentence, figure.act(), figure.act() + 1) != null;
    }

    private static boolean isNobody(TollFigure figure) {
        Integer best = figure.best();
        return best != null && best == 0;
    }

    /** A count of nobody is no toll, unless the sentence counts people of another outcome: "two were hurt, but no one was killed". */
    private static List<TollFigure> withoutIdleNobodies(List<TollFigure> figures) {
        return figures.stream()
                .filter(figure -> !isNobody(figure) || figures.stream().anyMatch(other -> isBeside(figure, other)))
                .toList();
    }

    /** Whether a figure counts others than those of whom nobody is told, unlike "none of the nine guards wounded has died". */
    private static boolean isBeside(TollFigure nobody, TollFigure other) {
        boolean same = other.token() > nobody.token() && other.token() - nobody.token() <= HURT_REACH;
        return !isNobody(other) && !same && !other.partOf() && other.stated() && other.outcome() != nobody.outcome();
    }

    /** "400 people were killed in Mali in May. Another 120 were wounded.": the rest of the total that the sentence before gives. */
    private static boolean goesOnWithTotal(Sentence sentence, TollParts.Part part, List<TollReading> readings) {
        TollReading last = last(readings);
        return last != null
                && last.scope().value() == CasualtyScope.CUMULATIVE
                && sentence.index() == last.sentence().index() + 1
                && sentence.paragraph() == last.sentence().paragraph()
                && !NewActs.names(sentence)
                && sentence.mentions(PlaceMention.class).findAny().isEmpty()
                && part.figures().stream()
                        .allMatch(figure -> figure.stated()
                                && last.figures().stream().noneMatch(told -> told.outcome() == figure.outcome()));
    }

    private static @Nullable TollReading last(List<TollReading> readings) {
        return readings.isEmpty() ? null : readings.get(readings.size() - 1);
    }

    private @Nullable TollReading reading(
            Sentence sentence, TollParts.Part part, List<Anchored<Attribution>> sayings, ReadingPlaces sites) {
        List<TollFigure> figures = part.figures();
        int token = figures.get(0).token();
        Anchored<EventTime> date = dates.ofAct(sentence, token);
        Anchored<EventStatus> status = status(sentence, part, date);
        int act = figures.get(0).act();
        if (status == null
                || isUnreal(status)
                || act != token && isUnreal(ActStatus.of(document, sentence, act, act + 1))
                || status.value() == EventStatus.HISTORICAL && figures.stream().noneMatch(TollFigure::stated)) {
            return null;
        }
        TollPlaces.Led led = part.divided() ? TollPlaces.of(sentence, figures.get(0)) : null;
        PlaceMention mention = led == null ? null : led.mention();
        Anchored<Place> brought = mention == null ? null : Anchored.at(sentence, mention, mention.place());
        Anchored<Place> own = led != null ? brought : sites.own(sentence, token);
        boolean total = part.scope().value() == CasualtyScope.CUMULATIVE;
        Anchored<Place> told = total ? places.ofTotal(sentence, token) : sites.of(sentence, token);
        Anchored<Place> place = led != null ? brought : told;
        return new TollReading(sentence, figures, place, own != null, date, part.scope(), status, sayings);
    }

    private static boolean isUnreal(@Nullable Anchored<EventStatus> status) {
        return status != null
                && (status.value() == EventStatus.HYPOTHETICAL
                        || status.value() == EventStatus.PLANNED
                        || status.value() == EventStatus.THREATENED);
    }

    /** The status of the figures; a total since a day years back is no background. */
    private @Nullable Anchored<EventStatus> status(
            Sentence sentence, TollParts.Part part, @Nullable Anchored<EventTime> date) {
        int token = part.figures().get(0).token();
        Anchored<EventStatus> status = ActStatus.of(document, sentence, token, token + 1);
        if (status == null && Contrasts.denyOnlyNumbers(sentence)) {
            return Anchored.unread(EventStatus.OCCURRED);
        }
        boolean total = part.scope().value() == CasualtyScope.CUMULATIVE;
        boolean fact = status != null && status.value() == EventStatus.OCCURRED;
        if (!total && fact && date != null && ActStatus.isLongAgo(document, date.value())) {
            return date.map(day -> EventStatus.HISTORICAL);
        }
        return total && status != null && status.value() == EventStatus.HISTORICAL
                ? Anchored.unread(EventStatus.OCCURRED)
                : status;
    }
}
