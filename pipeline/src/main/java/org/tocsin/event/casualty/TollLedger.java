package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.TollStep;

/**
 * The figures that an article gives for one outcome of one incident, and which of them stands: a corrected figure never, the last of
 * those told as newer, else the greatest, since smaller ones without a word of correction count a part.
 */
final class TollLedger {
    private static final List<String> ORDINALS = List.of("second", "third", "fourth", "fifth");
    private static final Set<String> ARMED = Set.of("fighters", "soldiers");

    private static final Pattern NTH = Pattern.compile(
            "(?i)a (" + String.join("|", ORDINALS) + ") (victim|person|body|casualty|civilian|fatality)");

    private static final Pattern REBELS = Pattern.compile(
            "(?is).*\\b(rebels?|militants?|insurgents?|guerrillas?|separatists?|jihadists?|dissidents?)");

    private final List<TollFigure> figures = new ArrayList<>();
    private final List<TollFigure> rivals = new ArrayList<>();
    private @Nullable TollFigure standing;
    private @Nullable TollFigure beforeSentence;
    private @Nullable Integer running;

    /** The ledger of one outcome over the readings of one incident. */
    static TollLedger of(Outcome outcome, List<TollReading> readings) {
        TollLedger ledger = new TollLedger();
        for (TollReading reading : readings) {
            List<TollFigure> here = reading.figures().stream()
                    .filter(figure -> figure.outcome() == outcome && !figure.partOf())
                    .filter(figure -> !repeatsClaim(figure, readings))
                    .toList();
            ledger.beforeSentence = ledger.standing;
            TollSides.summed(reading.sentence(), here).forEach(figure -> ledger.add(figure, correctedIn(here, figure)));
            boolean totalled = reading.figures().stream()
                    .anyMatch(figure -> figure.outcome() == Outcome.KILLED && figure.time() == TollFigure.Time.LATER);
            if (outcome == Outcome.INJURED && !totalled) {
                reading.figures().stream()
                        .filter(figure -> figure.time() == TollFigure.Time.DIED && !repeatsClaim(figure, readings))
                        .filter(died -> here.stream()
                                .noneMatch(
                                        hurt -> hurt.stated() && LaterDeaths.isBefore(reading.sentence(), died, hurt)))
                        .forEach(ledger::lose);
            }
        }
        return ledger;
    }

    /** "The group said that it had killed 20 officers. Its speaker told the radio that 20 of them had perished": no further deaths. */
    private static boolean repeatsClaim(TollFigure figure, List<TollReading> readings) {
        return figure.time() == TollFigure.Time.DIED
                && readings.stream()
                        .flatMap(reading -> reading.figures().stream())
                        .filter(other -> other.outcome() == Outcome.KILLED && other.time() != TollFigure.Time.DIED)
                        .filter(other -> Objects.equals(other.best(), figure.best()))
                        .anyMatch(other -> speaks(other, ActorKind.ARMED_GROUP) || speaks(other, ActorKind.MILITARY));
    }

    /** Takes those who died of their wounds from the wounded. */
    private void lose(TollFigure died) {
        Integer before = standing == null ? null : standing.best();
        Integer number = died.best();
        if (standing != null && before != null && number != null && before > number) {
            standing = standing.counting(before - number);
            figures.add(standing);
        }
    }

    /** Whether a newer figure for the same people follows in the same sentence. */
    private static boolean correctedIn(List<TollFigure> sentence, TollFigure figure) {
        return sentence.stream()
                .anyMatch(other -> other.token() > figure.token()
                        && other.time() == TollFigure.Time.LATER
                        && figure.stated()
                        && !Objects.equals(other.best(), figure.best()));
    }

    private void add(TollFigure figure, boolean corrected) {
        boolean more = figure.time() == TollFigure.Time.DIED || figure.time() == TollFigure.Time.ADDED;
        if (corrected && more) {
            return;
        }
        TollFigure told = corrected ? figure.at(TollFigure.Time.EARLIER) : summed(figure);
        figures.add(told);
        running = told.best();
        boolean replaces = told.time() != TollFigure.Time.EARLIER && replaces(told);
        if (standing != null && TollRivals.are(standing, told)) {
            rivals.add(replaces ? standing : told);
        }
        if (replaces) {
            if (standing != null && standing.stated() && (told.time() == TollFigure.Time.LATER || isAnswer(told))) {
                TollFigure old = standing;
                if (old.time() == TollFigure.Time.DIED || old.time() == TollFigure.Time.ADDED) {
                    figures.remove(old);
                }
                figures.replaceAll(one -> one.equals(old) ? one.at(TollFigure.Time.EARLIER) : one);
            }
            standing = told;
        }
    }

    /** People added to those told right before; the figure itself where they are among a greater one told already. */
    private TollFigure summed(TollFigure figure) {
        Integer more = figure.best();
        boolean adds = figure.time() == TollFigure.Time.ADDED || figure.time() == TollFigure.Time.DIED;
        boolean counted =
                standing != null && standing.time() == TollFigure.Time.LATER && !standing.equals(beforeSentence);
        if (counted && adds) {
            return figure.at(TollFigure.Time.PLAIN);
        }
        if (!adds || standing == null || running == null || more == null) {
            Integer ordinal = adds ? ordinal(figure) : null;
            return ordinal == null || !figures.isEmpty() ? figure : figure.counting(ordinal);
        }
        Integer whole = standing.best();
        TollFigure sum = figure.counting(running + more);
        if (whole != null && running + more > whole) {
            figures.remove(standing);
            if (standing.equals(beforeSentence)) {
                figures.add(standing.at(TollFigure.Time.EARLIER));
                return sum.at(TollFigure.Time.LATER);
            }
            standing = null;
        }
        return sum;
    }

    /** "a third victim": the last one tells how many they are. */
    private static @Nullable Integer ordinal(TollFigure figure) {
        String words = figure.groups().isEmpty() ? "" : figure.groups().get(0).text();
        Matcher matcher = NTH.matcher(words);
        return matcher.lookingAt() ? Integer.valueOf(ORDINALS.indexOf(matcher.group(1)) + 2) : null;
    }

    private boolean replaces(TollFigure figure) {
        if (standing == null) {
            return true;
        }
        if (isRivalClaim(figure)) {
            return false;
        }
        if (isAnswer(figure)) {
            return true;
        }
        Integer old = standing.best();
        Integer now = figure.best();
        if (now == null) {
            return false;
        }
        return old == null || now > old || figure.time() == TollFigure.Time.LATER && figure.stated();
    }

    /** Whether an armed group, or an army of the enemy's fighters, claims another figure than the one that others gave before. */
    private boolean isRivalClaim(TollFigure figure) {
        boolean group =
                speaks(figure, ActorKind.ARMED_GROUP) && standing != null && !speaks(standing, ActorKind.ARMED_GROUP);
        boolean army = speaks(figure, ActorKind.MILITARY)
                && standing != null
                && (standing.saidBy() != null || !isOfArmed(standing))
                && !speaks(standing, ActorKind.MILITARY)
                && !speaks(standing, ActorKind.ARMED_GROUP)
                && isOfArmed(figure);
        return (group || army) && figure.time() == TollFigure.Time.PLAIN;
    }

    private static boolean isOfArmed(TollFigure figure) {
        return !figure.groups().isEmpty()
                && figure.groups().stream().allMatch(people -> ARMED.contains(String.valueOf(people.kind())));
    }

    /** Whether another side gives its own figure after an armed group gave one. */
    private boolean isAnswer(TollFigure figure) {
        return standing != null
                && speaks(standing, ActorKind.ARMED_GROUP)
                && figure.saidBy() != null
                && !speaks(figure, ActorKind.ARMED_GROUP)
                && figure.best() != null
                && figure.time() == TollFigure.Time.PLAIN
                && figure.stated();
    }

    private static boolean speaks(TollFigure figure, ActorKind kind) {
        if (figure.saidBy() == null) {
            return false;
        }
        Actor speaker = figure.saidBy().value().getSpeaker();
        boolean rebels = kind == ActorKind.ARMED_GROUP
                && REBELS.matcher(speaker.getText()).matches();
        return rebels || speaker.getKind() == kind;
    }

    /** The figure that stands, with the bound that any mention of the same figure gives; null where the article gives none. */
    @Nullable
    Anchored<Count> count() {
        TollFigure stands = standing != null ? standing : figures.isEmpty() ? null : figures.get(figures.size() - 1);
        if (stands == null) {
            return null;
        }
        return figures.stream()
                .filter(figure -> Objects.equals(figure.best(), stands.best()))
                .filter(figure -> figure.count().value().getBound() != Bound.EXACT)
                .findFirst()
                .orElse(stands)
                .count();
    }

    /** The different whole figures in the order in which they were valid; one alone is no history. */
    List<TollFigure> versions() {
        Map<Integer, TollFigure> versions = new LinkedHashMap<>();
        Anchored<Count> last = count();
        Integer valid = last == null ? null : last.value().getBest();
        for (TollFigure figure : figures) {
            Integer best = figure.best();
            boolean whole = figure.time() == TollFigure.Time.EARLIER || Objects.equals(best, valid);
            if (best != null && whole) {
                versions.merge(best, figure, (one, other) -> one.saidBy() == null ? other : one);
            }
        }
        if (versions.size() < 2 || valid == null) {
            return List.of();
        }
        TollFigure end = versions.remove(valid);
        List<TollFigure> steps = new ArrayList<>(versions.values());
        if (end != null) {
            steps.add(end);
        }
        return steps;
    }

    /** The figures that others give for the same people beside the one that stands, in the order of the text. */
    List<TollFigure> rivals() {
        Anchored<Count> stands = count();
        Integer valid = stands == null ? null : stands.value().getBest();
        return rivals.stream()
                .filter(figure -> !Objects.equals(figure.best(), valid))
                .toList();
    }

    /** The history of killed and injured figures, oldest first. */
    static List<TollStep> history(List<TollFigure> killed, List<TollFigure> injured) {
        List<TollStep> steps = new ArrayList<>();
        for (TollFigure figure : killed) {
            steps.add(new TollStep(figure.best(), null, speaker(figure), steps.size() + 1));
        }
        for (TollFigure figure : injured) {
            steps.add(new TollStep(null, figure.best(), speaker(figure), steps.size() + 1));
        }
        return steps;
    }

    private static @Nullable String speaker(TollFigure figure) {
        return figure.saidBy() == null
                ? null
                : figure.saidBy().value().getSpeaker().getName();
    }
}
