package org.tocsin.event.casualty;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.event.SameEvent;
import org.tocsin.event.Sections;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** Decides which sentences of an article give the toll of the same incident. */
final class TollMerge {
    /** For how many days an act is told without its date; own choice. */
    private static final int DAYS_OF_NEWS = 60;

    private final Sections sections;
    private final Document document;

    private TollMerge(Document document) {
        this.document = document;
        this.sections = new Sections(document);
    }

    /** Groups of readings of the same incident or total, each in the order of the text. */
    static List<List<TollReading>> group(Document document, List<TollReading> readings) {
        List<List<TollReading>> groups = SameEvent.group(readings, new TollMerge(document)::belongs);
        return groups.stream()
                .filter(group -> !ofAssailants(group)
                        || groups.stream().noneMatch(other -> other != group && toldBeside(group, other)))
                .toList();
    }

    /** Whether readings count those who carried out an attack and nobody else. */
    private static boolean ofAssailants(List<TollReading> group) {
        return group.stream().flatMap(reading -> reading.figures().stream()).allMatch(TollSides::ofAssailants);
    }

    /** Whether another toll is told in the same paragraph or for the same place. */
    private static boolean toldBeside(List<TollReading> group, List<TollReading> other) {
        return other.stream()
                .filter(reading -> reading.scope().value() == CasualtyScope.INCIDENT)
                .anyMatch(reading -> reading.sentence().paragraph()
                                == group.get(0).sentence().paragraph()
                        || samePlace(reading.place(), group.get(0).place()));
    }

    private boolean belongs(TollReading reading, List<TollReading> group) {
        TollReading last = group.get(group.size() - 1);
        if (reading.scope().value() == CasualtyScope.CUMULATIVE || last.scope().value() == CasualtyScope.CUMULATIVE) {
            return false;
        }
        if (!sections.same(reading.sentence(), last.sentence()) || toldApart(last.sentence(), reading)) {
            return false;
        }
        boolean divided = group.stream().anyMatch(other -> other.sentence() == reading.sentence());
        if (divided || ofAttackers(reading) != ofAttackers(group.get(0))) {
            return false;
        }
        boolean told = last.figures().stream().anyMatch(figure -> shared(figure, reading));
        if (told && claims(reading) && !reading.ownPlace()) {
            return true;
        }
        if (reading.status().value() != last.status().value()
                || group.stream()
                        .anyMatch(other -> clashPlaces(reading, other) || clashDates(reading.date(), other.date()))) {
            return false;
        }
        if (TollIncidents.isOther(reading, group) || recallsAnother(reading, group) || isElsewhere(reading, group)) {
            return false;
        }
        boolean samePlace = group.stream().anyMatch(other -> samePlace(reading.place(), other.place()));
        int paragraphs = reading.sentence().paragraph() - last.sentence().paragraph();
        return samePlace || paragraphs == 0 || paragraphs == 1 && !reading.ownPlace();
    }

    /** "a promise made after the massacre of 3 October, in which 115 died": an act of long ago beside one of these days. */
    private boolean recallsAnother(TollReading reading, List<TollReading> group) {
        return isLongAgo(reading)
                && group.stream().noneMatch(this::isLongAgo)
                && !TollIncidents.sharesFigure(reading, group);
    }

    /** "A gunman had attacked a hotel. The number of dead in the hotel is seven": people of another act's scene, told between. */
    private boolean isElsewhere(TollReading reading, List<TollReading> group) {
        String site = ActObjects.site(reading);
        return !site.isEmpty()
                && !TollIncidents.sharesFigure(reading, group)
                && group.stream().noneMatch(other -> ActObjects.names(other.sentence(), site))
                && document.sentences().subList(0, reading.sentence().index()).stream()
                        .anyMatch(other -> ActObjects.names(other, site) && NewActs.names(other));
    }

    private boolean isLongAgo(TollReading reading) {
        LocalDate day = document.article().publicationDay();
        return day != null
                && reading.date() != null
                && reading.date().value().getEnd().isBefore(day.minusDays(DAYS_OF_NEWS));
    }

    /** Whether a sentence of the same paragraph before it begins to tell of another incident: "Separately, a drone hit a bus." */
    private boolean toldApart(Sentence last, TollReading reading) {
        Sentence sentence = reading.sentence();
        return document.sentences().subList(last.index() + 1, Math.max(last.index() + 1, sentence.index())).stream()
                .anyMatch(other -> other.paragraph() == sentence.paragraph() && TollIncidents.opensAnew(other));
    }

    /** Whether who did it gives a toll: "claimed responsibility and said 20 soldiers were killed". */
    private static boolean claims(TollReading reading) {
        return reading.sentence().tokens().stream()
                .anyMatch(token -> token.lower().equals("responsibility"));
    }

    private static boolean shared(TollFigure figure, TollReading reading) {
        return reading.figures().stream().anyMatch(other -> other.outcome() == figure.outcome());
    }

    /** Whether a reading only counts attackers: their dead are told apart from the victims. */
    private static boolean ofAttackers(TollReading reading) {
        return reading.figures().stream().allMatch(TollFigure::ofAttackers);
    }

    private static boolean clashPlaces(TollReading one, TollReading other) {
        if (one.place() == null || other.place() == null || samePlace(one.place(), other.place())) {
            return false;
        }
        Place first = one.place().value();
        Place second = other.place().value();
        if (!Objects.equals(first.getCountry(), second.getCountry())) {
            return true;
        }
        boolean country = isCountry(first) || isCountry(second);
        boolean division =
                first.getPrecision() == PlacePrecision.ADMIN1 || second.getPrecision() == PlacePrecision.ADMIN1;
        return !country && !(division && Objects.equals(first.getAdmin1(), second.getAdmin1()));
    }

    private static boolean isCountry(Place place) {
        return place.getPrecision() == PlacePrecision.COUNTRY;
    }

    private static boolean samePlace(@Nullable Anchored<Place> one, @Nullable Anchored<Place> other) {
        return one != null
                && other != null
                && Objects.equals(one.value().getName(), other.value().getName())
                && Objects.equals(one.value().getCountry(), other.value().getCountry());
    }

    private static boolean clashDates(@Nullable Anchored<EventTime> one, @Nullable Anchored<EventTime> other) {
        return one != null
                && other != null
                && (one.value().getStart().isAfter(other.value().getEnd().plusDays(7))
                        || other.value().getStart().isAfter(one.value().getEnd().plusDays(7)));
    }
}
