package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** Divides the figures of a sentence among the incidents and totals that it tells of. */
final class TollParts {
    /** Places small enough to tell two incidents apart. */
    private static final Set<PlacePrecision> PINNED = EnumSet.of(PlacePrecision.TOWN, PlacePrecision.ADMIN1);

    private final Sentence sentence;
    private final Clauses clauses;
    private final ActPlaces places;
    private final ActDates dates;

    TollParts(Sentence sentence, Clauses clauses, ActPlaces places, ActDates dates) {
        this.dates = dates;
        this.sentence = sentence;
        this.clauses = clauses;
        this.places = places;
    }

    /** Figures of one incident or total. */
    record Part(List<TollFigure> figures, Anchored<CasualtyScope> scope, Division division) {
        boolean divided() {
            return division == Division.DIVIDED;
        }

        /** The same figures as those of another scope. */
        Part of(Anchored<CasualtyScope> other) {
            return new Part(figures, other, division);
        }
    }

    private enum Division {
        /** All figures of the sentence. */
        WHOLE,
        /** Some of them, which have their own place. */
        DIVIDED
    }

    /** The parts in the order of the text. */
    List<Part> of(List<TollFigure> figures) {
        Anchored<CasualtyScope> scope = TollScope.of(sentence);
        List<Part> parts = new ArrayList<>();
        List<List<TollFigure>> incidents = byIncident(figures);
        Division division = incidents.size() > 1 ? Division.DIVIDED : Division.WHOLE;
        for (List<TollFigure> together : incidents) {
            int total = scope.isRead() ? total(together) : 0;
            if (total > 0) {
                parts.add(new Part(together.subList(0, total), Anchored.unread(CasualtyScope.INCIDENT), division));
            }
            parts.add(new Part(together.subList(total, together.size()), scope, division));
        }
        return parts;
    }

    /** Index of a total's figure behind that of an incident ("killed four, bringing the dead since May to 90"); 0 where none is. */
    private int total(List<TollFigure> figures) {
        int cue = TollScope.from(sentence);
        for (int i = 1; i < figures.size(); i++) {
            TollFigure figure = figures.get(i);
            if (!figure.partOf()
                    && figures.subList(0, i).stream()
                            .anyMatch(before -> before.token() < cue && isSmaller(before, figure))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isSmaller(TollFigure one, TollFigure other) {
        Integer small = one.best();
        Integer great = other.best();
        return one.outcome() == other.outcome()
                && one.time() != TollFigure.Time.EARLIER
                && small != null
                && great != null
                && small < great;
    }

    /** Figures of clauses with different towns or days are different incidents. */
    private List<List<TollFigure>> byIncident(List<TollFigure> figures) {
        List<List<TollFigure>> parts = new ArrayList<>();
        String current = null;
        for (TollFigure figure : figures) {
            String own = ownPlace(figure);
            boolean other = own != null && current != null && !own.equals(current);
            List<TollFigure> last = parts.isEmpty() ? List.of() : parts.get(parts.size() - 1);
            List<TollFigure> again = last.stream()
                    .filter(before -> before.outcome() == figure.outcome()
                            && !before.partOf()
                            && before.count().start() != figure.count().start())
                    .toList();
            boolean otherDay = figure.time() == TollFigure.Time.PLAIN
                    && again.stream().anyMatch(before -> otherDay(before, figure));
            boolean elsewhere = other && (!again.isEmpty() || bringsTown(figure));
            if (parts.isEmpty() || elsewhere && !figure.partOf() || otherDay) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(figure);
            current = own == null ? current : own;
        }
        return parts;
    }

    /** Whether a figure brings a place of its own that is no country, which only holds that of the other figures. */
    private boolean bringsTown(TollFigure figure) {
        TollPlaces.Led led = TollPlaces.of(sentence, figure);
        return led != null && (led.mention() == null || led.mention().place().getPrecision() != PlacePrecision.COUNTRY);
    }

    private boolean otherDay(TollFigure one, TollFigure other) {
        Anchored<EventTime> first = dates.inSentence(sentence, one.token());
        Anchored<EventTime> second = dates.inSentence(sentence, other.token());
        return first != null
                && second != null
                && clauses.between(one.act(), other.act()) > 0
                && !first.value().getStart().equals(second.value().getStart())
                && one.time() == TollFigure.Time.PLAIN;
    }

    /** The name of the figure's own place: the one that it brings, else the town or region of its clause; null where none is named. */
    private @Nullable String ownPlace(TollFigure figure) {
        TollPlaces.Led led = TollPlaces.of(sentence, figure);
        if (led != null) {
            return led.name();
        }
        int token = figure.token();
        Anchored<Place> place = places.inSentence(sentence, token);
        if (place == null || !PINNED.contains(place.value().getPrecision())) {
            return null;
        }
        boolean inClause = place.start() >= sentence.startOf(clauses.from(token))
                && place.end() <= sentence.endOf(clauses.to(token));
        return inClause ? first(place) : null;
    }

    private String first(Anchored<Place> place) {
        return sentence.tokens().stream()
                .filter(token -> sentence.startOf(token.index()) == place.start())
                .map(Token::lower)
                .findFirst()
                .orElse("");
    }
}
