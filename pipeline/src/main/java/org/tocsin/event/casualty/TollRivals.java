package org.tocsin.event.casualty;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.event.Anchored;
import org.tocsin.event.Spans;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.RivalFigure;

/** Figures that two speakers give for the same people and that neither corrects: "the mayor said six; the rebels spoke of 30". */
final class TollRivals {
    /** A figure less than half of the other counts a part of the people, unless it is that of an armed side. Own choice. */
    private static final int PART = 2;

    private static final Set<ActorKind> ARMED = Set.of(ActorKind.MILITARY, ActorKind.ARMED_GROUP);

    private TollRivals() {}

    /** Whether two figures of one toll are rivals: two speakers, two numbers, and no word that one of them is newer. */
    static boolean are(TollFigure one, TollFigure other) {
        Integer first = one.best();
        Integer second = other.best();
        if (first == null || second == null || first.equals(second) || !isWhole(one) || !isWhole(other)) {
            return false;
        }
        Anchored<Attribution> said = other.saidBy();
        if (said == null
                || other.time() != TollFigure.Time.PLAIN
                || one.saidBy() != null && name(one.saidBy()).equals(name(said))) {
            return false;
        }
        boolean part = Math.min(first, second) * PART < Math.max(first, second);
        return one.saidBy() != null && (!part || isArmed(one.saidBy()) || isArmed(said)) || isArmed(said);
    }

    private static boolean isWhole(TollFigure figure) {
        return figure.stated() && (figure.time() == TollFigure.Time.PLAIN || figure.time() == TollFigure.Time.LATER);
    }

    private static boolean isArmed(Anchored<Attribution> said) {
        return ARMED.contains(said.value().getSpeaker().getKind());
    }

    private static String name(Anchored<Attribution> said) {
        return said.value().getSpeaker().getName();
    }

    /** The rival figures of a toll's ledgers that have a speaker, killed before injured; notes where they were read. */
    static List<RivalFigure> of(Map<Outcome, TollLedger> ledgers, Spans spans) {
        return Stream.of(Outcome.KILLED, Outcome.INJURED)
                .map(ledgers::get)
                .filter(Objects::nonNull)
                .flatMap(ledger -> ledger.rivals().stream())
                .flatMap(figure -> rival(figure, spans))
                .distinct()
                .toList();
    }

    private static Stream<RivalFigure> rival(TollFigure figure, Spans spans) {
        Anchored<Attribution> said = figure.saidBy();
        if (said == null) {
            return Stream.empty();
        }
        spans.add("rivals", figure.count());
        return Stream.of(new RivalFigure(figure.outcome(), figure.count().value(), said.value()));
    }
}
