package org.tocsin.incident;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;

/** Strikes and tolls: place, time, method, attacker, target, names and figures weighed together. */
final class StrikeMatch implements MatchRule {
    /** Tolls grow as rescuers dig and fall when lists are checked; beyond this multiple and margin they are two tolls. Own choice. */
    private static final int TOLL_MULTIPLE = 5;

    private static final int TOLL_MARGIN = 10;

    /** Smaller numbers agree by chance. */
    private static final int TELLING_NUMBER = 2;

    private static final int MANY_NAMES = 2;

    private static final List<Figure> COUNTED = List.of(Figure.KILLED, Figure.INJURED);

    @Override
    public Evidence compare(Account one, Account other) {
        Clue days = days(one, other);
        if (days == Clue.CONTRADICTION) {
            return Evidence.of(EnumSet.of(Clue.CONTRADICTION));
        }
        PlaceMatch places = PlaceMatch.of(one.place(), other.place());
        boolean named = namesPlaceOf(one, other) || namesPlaceOf(other, one);
        if (places == PlaceMatch.APART && !named) {
            return Evidence.of(EnumSet.of(Clue.CONTRADICTION));
        }
        EnumSet<Clue> clues = EnumSet.of(days);
        place(clues, places, named);
        article(clues, one, other);
        hours(clues, one, other);
        method(clues, one.method(), other.method());
        attacker(clues, one.actor(), other.actor());
        marks(clues, one, other);
        figures(clues, one, other);
        return Evidence.of(clues);
    }

    @Override
    public Set<String> listed(Account account) {
        Set<String> lanes = new HashSet<>(Lanes.listed(account));
        lanes.addAll(Lanes.common(account));
        lanes.addAll(Lanes.things(account, Lanes.Side.LISTED));
        lanes.add(Lanes.article(account));
        return lanes;
    }

    @Override
    public Set<String> sought(Account account) {
        Set<String> lanes = new HashSet<>(Lanes.sought(account));
        lanes.addAll(Lanes.common(account));
        lanes.addAll(Lanes.things(account, Lanes.Side.SOUGHT));
        lanes.add(Lanes.article(account));
        return lanes;
    }

    /** How the days of two accounts stand to each other; a night told by its evening meets the day behind it. */
    private static Clue days(Account one, Account other) {
        Clue days = one.window().clue(other.window());
        Account earlier = one.window().from().isBefore(other.window().from()) ? one : other;
        DayParts.Hours hours = earlier.marks().hours();
        return days == Clue.ONE_DAY_APART && hours != null && hours.passesMidnight() ? Clue.DAYS_OVERLAP : days;
    }

    private static void place(EnumSet<Clue> clues, PlaceMatch places, boolean named) {
        switch (places) {
            case SAME -> clues.add(Clue.SAME_PLACE);
            case WITHIN -> clues.add(named ? Clue.PLACE_NAMED : Clue.PLACE_WITHIN);
            case NEARBY -> clues.add(Clue.PLACE_NEARBY);
            case UNKNOWN, APART -> {
                if (named) {
                    clues.add(Clue.PLACE_NAMED);
                }
            }
        }
    }

    /** Whether the sentences of an account name the place of another, where one of the two places is on no map. */
    private static boolean namesPlaceOf(Account namer, Account named) {
        Place place = named.place();
        if (place == null
                || PlaceMatch.isCoarse(place)
                || PlaceMatch.isPinned(place) && PlaceMatch.isPinned(namer.place())) {
            return false;
        }
        boolean abroad = namer.place() != null && PlaceMatch.areFar(namer.place(), place);
        Set<String> words = named.placeWords();
        return !abroad
                && !words.isEmpty()
                && words.stream().allMatch(word -> isTold(word, namer.marks().words()));
    }

    /** Whether a word is among others, also where these spell it otherwise. */
    private static boolean isTold(String word, Set<String> told) {
        return told.contains(word) || told.stream().anyMatch(other -> PlaceMatch.isRespelled(word, other));
    }

    /** An article tells of two events with two accounts, unless one is a strike without toll and the other a toll without strike. */
    private static void article(EnumSet<Clue> clues, Account one, Account other) {
        if (!one.articleId().equals(other.articleId())) {
            if (one.isNearCopyOf(other)) {
                clues.add(Clue.NEAR_COPY);
            }
        } else if (one.hasStrike() != other.hasStrike() && haveNoOutcomeInCommon(one, other)) {
            clues.add(Clue.REST_OF_THE_TOLL);
        } else if (one.hasToll() && other.hasToll()) {
            clues.add(Clue.TWO_TOLLS_OF_ONE_ARTICLE);
        } else if (one.hasStrike() && other.hasStrike() && isBare(one) == isBare(other)) {
            clues.add(Clue.ONE_ARTICLE);
        }
    }

    private static boolean haveNoOutcomeInCommon(Account one, Account other) {
        return COUNTED.stream()
                .allMatch(figure ->
                        one.numbers(figure).isEmpty() || other.numbers(figure).isEmpty());
    }

    /** Whether an account only says that there was a strike, as when an article comes back to it. */
    private static boolean isBare(Account account) {
        return account.method() == null && account.target() == null && !account.hasToll();
    }

    private static void hours(EnumSet<Clue> clues, Account one, Account other) {
        DayParts.Hours here = one.marks().hours();
        DayParts.Hours there = other.marks().hours();
        if (here != null && there != null) {
            clues.add(here.meets(there) ? Clue.SAME_TIME_OF_DAY : Clue.OTHER_TIME_OF_DAY);
        }
    }

    private static void method(EnumSet<Clue> clues, @Nullable Method one, @Nullable Method other) {
        if (one == null || other == null) {
            return;
        }
        if (!MethodKin.compatible(one, other)) {
            clues.add(Clue.OTHER_METHOD);
        } else if (MethodKin.isSpecific(one) && MethodKin.isSpecific(other)) {
            clues.add(one == other ? Clue.SAME_METHOD : Clue.KINDRED_METHOD);
        }
    }

    private static void attacker(EnumSet<Clue> clues, @Nullable Actor one, @Nullable Actor other) {
        if (one == null || other == null) {
            return;
        }
        if (PlaceMatch.fold(one.getName()).equals(PlaceMatch.fold(other.getName()))) {
            clues.add(Clue.SAME_ATTACKER);
        } else if (one.getCountry() != null && other.getCountry() != null) {
            boolean allies = one.getCountry().equals(other.getCountry());
            clues.add(allies ? Clue.RIVAL_BLAME : Clue.OTHER_ATTACKER);
        }
    }

    private static void marks(EnumSet<Clue> clues, Account account, Account otherAccount) {
        Marks one = account.marks();
        Marks other = otherAccount.marks();
        int names = shared(one.names(), other.names());
        if (names > 0) {
            clues.add(Clue.SAME_NAME);
        }
        if (names >= MANY_NAMES) {
            clues.add(Clue.MORE_NAMES);
        }
        if (!Collections.disjoint(one.targets(), other.targets())) {
            clues.add(Clue.SAME_TARGET);
        } else if (!Collections.disjoint(one.targets(), other.things())
                || !Collections.disjoint(one.things(), other.targets())
                || !Collections.disjoint(one.things(), other.things())) {
            clues.add(Clue.TARGET_TOLD);
        } else if (tellsTarget(one) && tellsTarget(other)) {
            boolean rivals = account.isOfArmedSide() != otherAccount.isOfArmedSide();
            clues.add(rivals ? Clue.RIVAL_TARGET : Clue.OTHER_TARGET);
        }
    }

    private static boolean tellsTarget(Marks marks) {
        return !marks.targets().isEmpty() || !marks.things().isEmpty();
    }

    private static void figures(EnumSet<Clue> clues, Account one, Account other) {
        boolean killed = sharesNumber(one, other, Figure.KILLED);
        boolean injured = sharesNumber(one, other, Figure.INJURED);
        if (killed) {
            clues.add(Clue.SAME_KILLED);
        }
        if (injured) {
            clues.add(Clue.SAME_INJURED);
        }
        if (killed && injured) {
            clues.add(Clue.SAME_TOLL);
        }
        for (Figure figure : COUNTED) {
            if (!killed && !injured && (followsUp(one, other, figure) || followsUp(other, one, figure))) {
                clues.add(Clue.EARLIER_TOLL);
            }
            if (isFar(counted(one, figure), counted(other, figure))) {
                clues.add(Clue.FAR_TOLL);
            }
        }
    }

    private static boolean sharesNumber(Account one, Account other, Figure figure) {
        return one.numbers(figure).stream()
                .anyMatch(number ->
                        number >= TELLING_NUMBER && other.numbers(figure).contains(number));
    }

    /** Whether one looks back on a figure that the other gives. */
    private static boolean followsUp(Account one, Account other, Figure figure) {
        return one.formerNumbers(figure).stream()
                .anyMatch(former -> other.numbers(figure).contains(former));
    }

    /** The numbers that others than armed forces give: what these claim may be far from what is counted. */
    private static Set<Integer> counted(Account account, Figure figure) {
        Set<Integer> numbers = new HashSet<>();
        for (Telling telling : account.tellings()) {
            Integer number = telling.number(figure);
            if (number != null && telling.authority() != Authority.FORCES) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static boolean isFar(Set<Integer> one, Set<Integer> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return one.stream().allMatch(here -> other.stream().allMatch(there -> isFar(here, there)));
    }

    private static boolean isFar(int one, int other) {
        return Math.max(one, other) > (long) Math.min(one, other) * TOLL_MULTIPLE + TOLL_MARGIN;
    }

    private static int shared(Set<String> one, Set<String> other) {
        return (int) one.stream().filter(other::contains).count();
    }
}
