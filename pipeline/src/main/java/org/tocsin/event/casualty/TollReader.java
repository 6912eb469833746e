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

    private final Document document;
    private final ActPlaces places;
    private final ActDates dates;
    private final Attributions attributions;

    TollReader(Document document) {
        this.document = document;
        this.places = new ActPlaces(document);
        this.dates = new ActDates(document);
        this.attributions = new Attributions(document);
    }

    /** The readings in the order of the text; a sentence that tells of two places gives two. */
    List<TollReading> read() {
        List<TollReading> readings = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            if (!FigureReader.mayTell(sentence) || !EXCLUSIONS.find(sentence).isEmpty()) {
                continue;
            }
            Clauses clauses = Clauses.of(sentence);
            List<Anchored<Attribution>> sayings = attributions.of(sentence);
            List<TollFigure> figures = new FigureReader(document, sentence, clauses, sayings, told(readings, sentence))
                    .read().stream()
                            .filter(this::counts)
                            .filter(figure -> took(sentence, figure))
                            .toList();
            for (TollParts.Part part : new TollParts(sentence, clauses, places, dates).of(figures)) {
                TollReading reading = reading(sentence, part, sayings, new ReadingPlaces(document, places, readings));
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

    /** A count of nobody is no toll. */
    private boolean counts(TollFigure figure) {
        Integer best = figure.best();
        return best == null || best > 0;
    }

    private @Nullable TollReading reading(
            Sentence sentence, TollParts.Part part, List<Anchored<Attribution>> sayings, ReadingPlaces sites) {
        List<TollFigure> figures = part.figures();
        int token = figures.get(0).token();
        Anchored<EventStatus> status = status(sentence, part);
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
        Anchored<EventTime> date = dates.ofAct(sentence, token);
        return new TollReading(sentence, figures, place, own != null, date, part.scope(), status, sayings);
    }

    private static boolean isUnreal(@Nullable Anchored<EventStatus> status) {
        return status != null
                && (status.value() == EventStatus.HYPOTHETICAL
                        || status.value() == EventStatus.PLANNED
                        || status.value() == EventStatus.THREATENED);
    }

    /** The status of the figures; a total since a day years back is no background. */
    private @Nullable Anchored<EventStatus> status(Sentence sentence, TollParts.Part part) {
        int token = part.figures().get(0).token();
        Anchored<EventStatus> status = ActStatus.of(document, sentence, token, token + 1);
        if (status == null && Contrasts.denyOnlyNumbers(sentence)) {
            return Anchored.unread(EventStatus.OCCURRED);
        }
        boolean total = part.scope().value() == CasualtyScope.CUMULATIVE;
        return total && status != null && status.value() == EventStatus.HISTORICAL
                ? Anchored.unread(EventStatus.OCCURRED)
                : status;
    }
}
