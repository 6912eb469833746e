package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
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
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** Reads what each sentence of a document says about killed, injured, missing, captured and displaced people. */
final class TollReader {
    private static final CueTable<Boolean> CUMULATIVE =
            CueTable.of(KnowledgeTable.load(TollReader.class, "cumulative-cues.tsv", "words"), row -> true);

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
            Clauses clauses = Clauses.of(sentence);
            List<Anchored<Attribution>> sayings = attributions.of(sentence);
            List<TollFigure> figures = new FigureReader(document, sentence, clauses, sayings)
                    .read().stream().filter(this::counts).toList();
            for (List<TollFigure> together : byPlace(sentence, clauses, figures)) {
                TollReading reading = reading(sentence, together, sayings);
                if (reading != null) {
                    readings.add(reading);
                }
            }
        }
        return readings;
    }

    /** A count of nobody is no toll. */
    private boolean counts(TollFigure figure) {
        Integer best = figure.best();
        return best == null || best > 0;
    }

    /** Figures of clauses with different towns are different incidents. */
    private List<List<TollFigure>> byPlace(Sentence sentence, Clauses clauses, List<TollFigure> figures) {
        List<List<TollFigure>> parts = new ArrayList<>();
        Place current = null;
        for (TollFigure figure : figures) {
            Place own = ownTown(sentence, clauses, figure.token());
            boolean other = own != null && current != null && !Objects.equals(own.getName(), current.getName());
            boolean again = !parts.isEmpty()
                    && parts.get(parts.size() - 1).stream()
                            .anyMatch(before -> before.outcome() == figure.outcome() && !before.partOf());
            if (parts.isEmpty() || other && again) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(figure);
            current = own == null ? current : own;
        }
        return parts;
    }

    private @Nullable Place ownTown(Sentence sentence, Clauses clauses, int token) {
        Anchored<Place> place = places.inSentence(sentence, token);
        if (place == null || place.value().getPrecision() != PlacePrecision.TOWN) {
            return null;
        }
        boolean inClause = place.start() >= sentence.startOf(clauses.from(token))
                && place.end() <= sentence.endOf(clauses.to(token));
        return inClause ? place.value() : null;
    }

    private @Nullable TollReading reading(
            Sentence sentence, List<TollFigure> figures, List<Anchored<Attribution>> sayings) {
        int token = figures.get(0).token();
        Anchored<EventStatus> status = ActStatus.of(document, sentence, token, token + 1);
        if (status == null
                || status.value() == EventStatus.HYPOTHETICAL
                || status.value() == EventStatus.PLANNED
                || status.value() == EventStatus.THREATENED) {
            return null;
        }
        Anchored<Place> own = places.inSentence(sentence, token);
        Anchored<EventTime> date = dates.inSentence(sentence, token);
        return new TollReading(
                sentence, figures, places.of(sentence, token), own != null, date, scope(sentence), status, sayings);
    }

    private static Anchored<CasualtyScope> scope(Sentence sentence) {
        return CUMULATIVE.find(sentence).stream()
                .findFirst()
                .map(cue -> Anchored.at(sentence, cue.from(), cue.to(), CasualtyScope.CUMULATIVE))
                .orElse(Anchored.unread(CasualtyScope.INCIDENT));
    }
}
