package org.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.IncidentFigure;
import org.tocsin.schema.IncidentStep;
import org.tocsin.schema.RevisionStatus;

/**
 * The figures of one incident over time, and which of them stand. Those who count on the spot outweigh officials elsewhere, and
 * these the media; of one kind the later outweighs the earlier, also where it is lower; "at least" never lowers; the side accused of
 * the attack, or claiming it, is kept beside the others; who repeats an old figure changes nothing. Accounts must come in order of
 * publication.
 */
final class Tally {
    /** A higher figure from officials elsewhere stands when those on the spot were silent for so long. Own choice. */
    private static final Duration SILENCE = Duration.ofHours(3);

    /** A figure less than half of the one that stands is a correction only where the text says so. Own choice. */
    private static final int PART = 2;

    private static final int LEAST_WHOLE = 3;

    private final Parties parties;
    private final Map<Figure, Standing> standing = new EnumMap<>(Figure.class);
    private final Map<Figure, Set<Integer>> superseded = new EnumMap<>(Figure.class);
    private final Map<Figure, Map<String, Count>> rivals = new EnumMap<>(Figure.class);
    private final List<IncidentFigure> figures = new ArrayList<>();
    private final List<IncidentStep> steps = new ArrayList<>();
    private final Set<List<@Nullable Object>> told = new HashSet<>();

    Tally(Parties parties) {
        this.parties = parties;
    }

    /** The figure that stands, with the row of {@link #figures} that gave it. */
    private record Standing(Count count, Authority authority, String speaker, Instant since, int row) {}

    /** A figure on trial. */
    private record Given(
            Account account, Telling telling, Authority authority, String speaker, Figure figure, Count count) {
        /** Whether the text speaks of a correction, or looks back on the figure that stands. */
        boolean corrects(Standing stands) {
            Integer former = stands.count().getBest();
            return account.marks().corrects()
                    || former != null && account.formerNumbers(figure).contains(former);
        }
    }

    /** What becomes of a figure. */
    private enum Verdict {
        FIRST,
        WEIGHTIER_SPEAKER,
        LATER_OF_ONE_KIND,
        HIGHER_AND_LATER,
        CORRECTION,
        TOLD_WITH_A_NEWER_FIGURE,
        REPEATED,
        OLD_FIGURE_REPEATED,
        PART_OF_THE_TOLL,
        LOWER_BOUND_BELOW,
        ONLY_WORDS,
        WEIGHTIER_SPEAKER_STANDS,
        RIVAL_OF_THE_ARTICLE,
        SIDE_OF_THE_ATTACKER;

        boolean stands() {
            return compareTo(REPEATED) < 0;
        }

        boolean replaces() {
            return stands() && this != FIRST;
        }

        boolean rivals() {
            return this == WEIGHTIER_SPEAKER_STANDS || this == RIVAL_OF_THE_ARTICLE || this == SIDE_OF_THE_ATTACKER;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Takes the figures of the next account. */
    void take(Account account) {
        for (Telling telling : account.tellings()) {
            Map<Figure, Verdict> verdicts = verdicts(account, telling);
            Map<Figure, Count> before = new EnumMap<>(Figure.class);
            telling.figures().forEach((figure, count) -> {
                Count stood = count(figure);
                if (stood != null) {
                    before.put(figure, stood);
                }
                settle(given(account, telling, figure, count), Objects.requireNonNull(verdicts.get(figure)));
            });
            step(account, telling, verdicts, before);
        }
    }

    /** What becomes of the figures of a telling; a toll that is newer in one figure is so in the others too. */
    private Map<Figure, Verdict> verdicts(Account account, Telling telling) {
        boolean old = isOld(telling);
        Map<Figure, Verdict> verdicts = new EnumMap<>(Figure.class);
        telling.figures().forEach((figure, count) -> {
            Standing stands = standing.get(figure);
            verdicts.put(
                    figure,
                    stands == null ? Verdict.FIRST : judge(given(account, telling, figure, count), stands, old));
        });
        boolean armed = parties.authority(telling).compareTo(Authority.MEDIA) > 0;
        if (!armed && verdicts.values().stream().anyMatch(Verdict::replaces)) {
            verdicts.replaceAll((figure, verdict) ->
                    verdict == Verdict.WEIGHTIER_SPEAKER_STANDS ? Verdict.TOLD_WITH_A_NEWER_FIGURE : verdict);
        }
        return verdicts;
    }

    private Given given(Account account, Telling telling, Figure figure, Count count) {
        String speaker = telling.speaker() == null
                ? ""
                : PlaceMatch.fold(telling.speaker().getName());
        return new Given(account, telling, parties.authority(telling), speaker, figure, count);
    }

    /** The figure that stands, from the lowest to the highest that rival speakers give; null where none was given. */
    @Nullable
    Count standing(Figure figure) {
        Count count = count(figure);
        if (count == null) {
            return null;
        }
        Integer low = count.getLow();
        Integer high = count.getHigh();
        for (Count rival : rivals.getOrDefault(figure, Map.of()).values()) {
            Integer number = rival.getBest();
            if (number != null) {
                low = low == null ? null : Integer.valueOf(Math.min(low, number));
                high = high == null ? null : Integer.valueOf(Math.max(high, number));
            }
        }
        return new Count(count.getBest(), low, high, count.getBound(), count.getText());
    }

    /** Every figure that was given, oldest first. */
    List<IncidentFigure> figures() {
        List<IncidentFigure> marked = new ArrayList<>(figures);
        standing.values()
                .forEach(stands -> marked.set(
                        stands.row(),
                        IncidentFigure.newBuilder(figures.get(stands.row()))
                                .setStanding(true)
                                .build()));
        return marked;
    }

    /** The steps so far, oldest first. */
    List<IncidentStep> steps() {
        return List.copyOf(steps);
    }

    private @Nullable Count count(Figure figure) {
        Standing stands = standing.get(figure);
        return stands == null ? null : stands.count();
    }

    private void settle(Given given, Verdict verdict) {
        Standing stands = standing.get(given.figure());
        record(given, verdict);
        if (verdict.stands()) {
            if (stands != null && stands.count().getBest() != null) {
                superseded
                        .computeIfAbsent(given.figure(), key -> new TreeSet<>())
                        .add(stands.count().getBest());
            }
            rivals.getOrDefault(given.figure(), new LinkedHashMap<>()).remove(given.speaker());
            standing.put(given.figure(), stand(given));
        } else if (verdict.rivals()) {
            rivals.computeIfAbsent(given.figure(), key -> new LinkedHashMap<>()).put(given.speaker(), given.count());
        } else if (verdict == Verdict.REPEATED && stands != null) {
            standing.put(given.figure(), confirm(stands, given));
        }
    }

    private Verdict judge(Given given, Standing stands, boolean old) {
        Integer now = given.count().getBest();
        Integer then = stands.count().getBest();
        if (now == null) {
            return then == null ? Verdict.LATER_OF_ONE_KIND : Verdict.ONLY_WORDS;
        }
        if (then == null) {
            return Verdict.LATER_OF_ONE_KIND;
        }
        if (now.equals(then)) {
            return Verdict.REPEATED;
        }
        if (given.authority() == Authority.PARTY && stands.authority() != Authority.PARTY) {
            return Verdict.SIDE_OF_THE_ATTACKER;
        }
        if (given.telling().rank() == Telling.Rank.RIVAL) {
            return Verdict.RIVAL_OF_THE_ARTICLE;
        }
        if (given.count().getBound() == Bound.AT_LEAST && now < then && !outweighsForces(given, stands)) {
            return Verdict.LOWER_BOUND_BELOW;
        }
        return byWeight(given, stands, old, now - then);
    }

    private static boolean outweighsForces(Given given, Standing stands) {
        return stands.authority().compareTo(Authority.FORCES) >= 0
                && given.authority().compareTo(stands.authority()) < 0;
    }

    private Verdict byWeight(Given given, Standing stands, boolean old, int growth) {
        int weight = stands.authority().compareTo(given.authority());
        if (weight > 0 && stands.authority().compareTo(Authority.FORCES) >= 0) {
            return Verdict.WEIGHTIER_SPEAKER;
        }
        boolean sameSpeaker = !given.speaker().isEmpty() && given.speaker().equals(stands.speaker());
        if (old && !given.corrects(stands) && !sameSpeaker) {
            return Verdict.OLD_FIGURE_REPEATED;
        }
        if (isPart(given, stands) && !given.corrects(stands)) {
            return Verdict.PART_OF_THE_TOLL;
        }
        if (weight > 0) {
            return Verdict.WEIGHTIER_SPEAKER;
        }
        if (weight == 0) {
            return Verdict.LATER_OF_ONE_KIND;
        }
        if (growth < 0) {
            return given.corrects(stands) ? Verdict.CORRECTION : Verdict.WEIGHTIER_SPEAKER_STANDS;
        }
        Duration silent = Duration.between(stands.since(), given.account().reportedAt());
        boolean passedOn = given.authority() == Authority.MEDIA;
        return passedOn || silent.compareTo(SILENCE) >= 0 ? Verdict.HIGHER_AND_LATER : Verdict.WEIGHTIER_SPEAKER_STANDS;
    }

    /** Whether a figure is so small beside the one that stands that it counts some of the people, not all of them anew. */
    private static boolean isPart(Given given, Standing stands) {
        Integer now = given.count().getBest();
        Integer then = stands.count().getBest();
        return now != null && then != null && then >= LEAST_WHOLE && now * PART < then;
    }

    /** Whether a telling only repeats numbers that were given before, and one of them no longer stands. */
    private boolean isOld(Telling telling) {
        boolean old = false;
        for (Figure figure : telling.figures().keySet()) {
            Integer number = telling.number(figure);
            Count stands = count(figure);
            if (number != null && (stands == null || !number.equals(stands.getBest()))) {
                if (!superseded.getOrDefault(figure, Set.of()).contains(number)) {
                    return false;
                }
                old = true;
            }
        }
        return old;
    }

    private Standing stand(Given given) {
        return new Standing(
                given.count(),
                given.authority(),
                given.speaker(),
                given.account().reportedAt(),
                figures.size() - 1);
    }

    /** Who repeats a figure makes it newer, and weightier where a weightier speaker does. */
    private static Standing confirm(Standing stands, Given given) {
        boolean weightier = given.authority().compareTo(stands.authority()) < 0;
        boolean firmer =
                given.count().getBound() == Bound.EXACT && stands.count().getBound() != Bound.EXACT;
        return new Standing(
                firmer ? given.count() : stands.count(),
                weightier ? given.authority() : stands.authority(),
                weightier ? given.speaker() : stands.speaker(),
                given.authority().compareTo(stands.authority()) <= 0
                        ? given.account().reportedAt()
                        : stands.since(),
                stands.row());
    }

    private void record(Given given, Verdict verdict) {
        List<@Nullable Object> content = Arrays.asList(
                given.figure(),
                given.speaker(),
                given.count().getBest(),
                given.count().getText());
        if (!told.add(content) && !verdict.stands()) {
            return;
        }
        figures.add(new IncidentFigure(
                given.figure().name().toLowerCase(Locale.ROOT),
                given.count(),
                given.telling().speaker() == null
                        ? null
                        : given.telling().speaker().getName(),
                given.authority().name(),
                given.account().first().getSource(),
                given.account().articleId(),
                given.telling().eventId(),
                given.account().reportedAt(),
                false,
                verdict.words()));
    }

    private void step(Account account, Telling telling, Map<Figure, Verdict> verdicts, Map<Figure, Count> before) {
        Integer killed = telling.number(Figure.KILLED);
        Integer injured = telling.number(Figure.INJURED);
        boolean changes = verdicts.values().stream().anyMatch(Verdict::stands);
        if ((killed == null && injured == null) || !told.add(Arrays.asList("step", killed, injured)) && !changes) {
            return;
        }
        boolean corrects = verdicts.entrySet().stream()
                .anyMatch(entry -> entry.getValue().stands()
                        && Figure.differ(telling.figures().get(entry.getKey()), before.get(entry.getKey())));
        RevisionStatus status = corrects ? RevisionStatus.CORRECTED : RevisionStatus.UPDATED;
        steps.add(new IncidentStep(
                account.reportedAt(),
                account.articleId(),
                killed,
                injured,
                telling.speaker() == null ? null : telling.speaker().getName(),
                steps.isEmpty() ? RevisionStatus.NEW : status));
    }
}
