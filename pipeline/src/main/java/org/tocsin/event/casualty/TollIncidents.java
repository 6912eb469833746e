package org.tocsin.event.casualty;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.PlacePrecision;

/** Tells whether a sentence begins to tell of another incident than the sentences before it. */
final class TollIncidents {
    private static final Set<String> SHORT_TIMES = Set.of("hour", "hours", "minutes");

    private static final Set<String> NOT_OF_ACT =
            Set.of("say", "tell", "report", "announce", "add", "write", "confirm", "raise", "update", "put", "die");

    private static final CueTable<Boolean> ANEW =
            CueTable.of(KnowledgeTable.load(TollIncidents.class, "new-incident-cues.tsv", "words"), row -> true);
    private static final Set<String> SETTLEMENT = Set.of(
            "village",
            "town",
            "city",
            "camp",
            "settlement",
            "hamlet",
            "suburb",
            "neighborhood",
            "neighbourhood",
            "township",
            "municipality");

    /** Words of a sentence among which those stand that set another incident apart. */
    private static final int FIRST_WORDS = 3;

    /** Words at the beginning of a sentence that may count a time. */
    private static final int HEAD = 5;

    private TollIncidents() {}

    /** Whether a reading tells of another incident than a group. */
    static boolean isOther(TollReading reading, List<TollReading> group) {
        if (sharesFigure(reading, group)) {
            return false;
        }
        boolean set = setsApart(reading.sentence());
        if (isHoursBefore(reading.sentence())
                || set && (!corrects(reading) || ActObjects.namesOther(reading.sentence(), sentences(group)))) {
            return true;
        }
        if (addsByOtherAct(reading)) {
            return true;
        }
        boolean apart = contradicts(reading, group);
        if (apart && reading.figures().stream().allMatch(figure -> RecalledActs.tells(reading.sentence(), figure))) {
            return true;
        }
        if (apart
                && (isByOtherAct(reading, group)
                        || isAtUnknownPlace(reading, group)
                        || isWhollyOther(reading, group))) {
            return true;
        }
        if (apart && group.stream().allMatch(other -> isByOtherWeapon(reading, other))) {
            return true;
        }
        if ((apart || isOnlyAdded(reading))
                && !corrects(reading)
                && group.stream().allMatch(other -> isOtherDay(reading, other))) {
            return true;
        }
        String settlement = settlement(reading.sentence());
        if (settlement != null) {
            List<String> others = group.stream()
                    .map(other -> settlement(other.sentence()))
                    .filter(Objects::nonNull)
                    .toList();
            return !others.contains(settlement) && (apart || !others.isEmpty());
        }
        boolean town = reading.ownPlace()
                && reading.place() != null
                && reading.place().value().getPrecision() == PlacePrecision.TOWN;
        return apart
                && town
                && group.stream()
                        .noneMatch(other ->
                                other.place() != null && other.place().value().getPrecision() == PlacePrecision.TOWN);
    }

    private static List<Sentence> sentences(List<TollReading> group) {
        return group.stream().map(TollReading::sentence).toList();
    }

    /** Whether words of a sentence set its incident apart from those told before: "another attack", "separately". */
    static boolean setsApart(Sentence sentence) {
        return !ANEW.find(sentence).isEmpty() || NewActs.opensAnother(sentence);
    }

    /** "A bomb killed five at a checkpoint. An attack on a convoy left two dead": a new act with its own written figures. */
    private static boolean isByOtherAct(TollReading reading, List<TollReading> group) {
        return !corrects(reading)
                && reading.figures().stream().anyMatch(figure -> figure.stated() && !figure.partOf())
                && NewActs.introduces(reading.sentence())
                && group.stream().anyMatch(other -> NewActs.names(other.sentence()));
    }

    /** "A raid killed nine. Today several attacks have killed five more": further people whom an act told as new has hit. */
    private static boolean addsByOtherAct(TollReading reading) {
        return NewActs.begins(reading.sentence())
                && reading.figures().stream()
                        .anyMatch(figure -> figure.time() == TollFigure.Time.ADDED
                                && figure.stated()
                                && figure.act() != figure.token());
    }

    /** "In Kanbalu ...": a sentence that begins with a place of its own, which the gazetteer does not know. */
    private static boolean isAtUnknownPlace(TollReading reading, List<TollReading> group) {
        String name = TollPlaces.unknownHead(reading.sentence());
        return name != null
                && group.stream()
                        .flatMap(other -> other.sentence().tokens().stream())
                        .noneMatch(token -> token.lower().equals(name));
    }

    /** Other dead and other wounded, both written and told by nobody else, without a word of correction. */
    private static boolean isWhollyOther(TollReading reading, List<TollReading> group) {
        return !corrects(reading)
                && group.stream()
                        .allMatch(other -> differ(reading, other, Outcome.KILLED)
                                && differ(reading, other, Outcome.INJURED)
                                && !isRival(reading, other));
    }

    /** Whether two speakers give the figures of two readings, who then may tell of the same act. */
    private static boolean isRival(TollReading one, TollReading other) {
        Anchored<Attribution> first = one.figures().get(0).saidBy();
        Anchored<Attribution> second = other.figures().get(0).saidBy();
        return first != null
                && second != null
                && !first.value()
                        .getSpeaker()
                        .getName()
                        .equals(second.value().getSpeaker().getName());
    }

    /** Whether a sentence begins with words that set another incident apart: "Separately,", "In another attack". */
    static boolean opensAnew(Sentence sentence) {
        return ANEW.find(sentence).stream().anyMatch(cue -> cue.from() <= FIRST_WORDS);
    }

    /** "Some twelve hours earlier a bomber had killed eight": another time counted from the act told before. */
    private static boolean isHoursBefore(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 1; i < Math.min(tokens.size(), HEAD); i++) {
            if (tokens.get(i).lower().equals("earlier")
                    && SHORT_TIMES.contains(tokens.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /** Whether two readings date their own acts, on different days. */
    private static boolean isOtherDay(TollReading one, TollReading other) {
        Anchored<EventTime> first = one.date();
        Anchored<EventTime> second = other.date();
        return first != null
                && second != null
                && isOfAct(one, first)
                && isOfAct(other, second)
                && (first.value().getStart().isAfter(second.value().getEnd())
                        || second.value().getStart().isAfter(first.value().getEnd()));
    }

    /** Whether a day is not only that of speaking or of a later death: "police said on Tuesday". */
    private static boolean isOfAct(TollReading reading, Anchored<EventTime> date) {
        List<Token> before = reading.sentence().tokens().stream()
                .filter(token -> reading.sentence().startOf(token.index()) < date.start())
                .toList();
        return before.subList(Math.max(0, before.size() - 6), before.size()).stream()
                .noneMatch(token -> NOT_OF_ACT.contains(token.lemma()));
    }

    /** "Today attacks killed 35 more people": figures that go on counting. */
    private static boolean isOnlyAdded(TollReading reading) {
        return reading.figures().stream()
                .allMatch(figure -> figure.stated() && figure.time() == TollFigure.Time.ADDED || figure.best() == null);
    }

    private static boolean corrects(TollReading reading) {
        return reading.figures().stream()
                .anyMatch(figure -> figure.time() != TollFigure.Time.PLAIN && figure.time() != TollFigure.Time.ADDED);
    }

    /** Whether a reading gives a written number that the group gave for the same outcome. */
    static boolean sharesFigure(TollReading reading, List<TollReading> group) {
        return reading.figures().stream()
                .filter(TollFigure::stated)
                .anyMatch(figure -> group.stream()
                        .flatMap(other -> other.figures().stream())
                        .anyMatch(other -> other.outcome() == figure.outcome()
                                && other.best() != null
                                && other.best().equals(figure.best())));
    }

    /** Whether a reading gives another number, without a word of correction, than all of the group. */
    /** "hit by a drone ... five died and 14 are injured. In the missile strike two died and six are injured": other weapons and wholly other figures. */
    private static boolean isByOtherWeapon(TollReading one, TollReading other) {
        Set<Method> first = methods(one.sentence());
        Set<Method> second = methods(other.sentence());
        return !first.isEmpty()
                && !second.isEmpty()
                && Collections.disjoint(first, second)
                && differ(one, other, Outcome.KILLED)
                && differ(one, other, Outcome.INJURED);
    }

    private static Set<Method> methods(Sentence sentence) {
        return sentence.mentions(WeaponMention.class)
                .map(WeaponMention::method)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean differ(TollReading one, TollReading other, Outcome outcome) {
        Set<Integer> first = numbers(one, outcome, EnumSet.of(TollFigure.Time.PLAIN));
        Set<Integer> second = numbers(other, outcome, EnumSet.of(TollFigure.Time.PLAIN, TollFigure.Time.LATER));
        return !first.isEmpty() && !second.isEmpty() && Collections.disjoint(first, second);
    }

    private static Set<Integer> numbers(TollReading reading, Outcome outcome, Set<TollFigure.Time> times) {
        return reading.figures().stream()
                .filter(figure -> figure.outcome() == outcome
                        && figure.stated()
                        && times.contains(figure.time())
                        && !figure.partOf())
                .map(TollFigure::best)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean contradicts(TollReading reading, List<TollReading> group) {
        return reading.figures().stream()
                .filter(figure -> figure.time() == TollFigure.Time.PLAIN && !figure.partOf() && figure.best() != null)
                .anyMatch(figure -> group.stream()
                        .flatMap(other -> other.figures().stream())
                        .anyMatch(other -> other.outcome() == figure.outcome()
                                && !other.partOf()
                                && other.best() != null
                                && !other.best().equals(figure.best())));
    }

    /** The name of a settlement that the gazetteer does not know: "the village of Kuter", "Thit Poke village". */
    private static @Nullable String settlement(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (!SETTLEMENT.contains(tokens.get(i).lower())) {
                continue;
            }
            int of = i + 1;
            boolean follows = of + 1 < tokens.size() && tokens.get(of).lower().equals("of");
            int name = follows ? of + 1 : i - 1;
            if (name >= 0 && isUnknownName(sentence, name)) {
                return tokens.get(name).lower();
            }
        }
        return null;
    }

    private static boolean isUnknownName(Sentence sentence, int token) {
        Token word = sentence.tokens().get(token);
        return word.tag().equals("NNP")
                && Character.isUpperCase(word.text().charAt(0))
                && sentence.mentions(PlaceMention.class)
                        .noneMatch(mention -> mention.from() <= token && token < mention.to());
    }
}
