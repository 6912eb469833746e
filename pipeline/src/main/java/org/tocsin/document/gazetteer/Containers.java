package org.tocsin.document.gazetteer;

import java.util.List;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** Links names to the containing place written beside them: "X, Sumy Oblast", "X in Kharkov Region", "Ukraine's X", "A, B district, C province". */
final class Containers {
    /** Tokens that may stand between a name and its container. */
    private static final int LONGEST_LINK = 7;
    /** Names looked at behind a name for its container. */
    private static final int NAMES_AHEAD = 2;
    /** A second-order division reaches this far from its middle, in km. */
    private static final double DISTRICT_REACH_KM = 80;

    private final PlaceCues cues;

    Containers(PlaceCues cues) {
        this.cues = cues;
    }

    /** Narrows each name of a sentence that has its container beside it, and the container by what it contains. */
    void link(Sentence sentence, List<SpottedName> names) {
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1;
                    j < names.size() && j <= i + NAMES_AHEAD && !names.get(i).qualified();
                    j++) {
                if (!possesses(sentence, names, j)) {
                    linkPair(sentence, names.get(i), names.get(j));
                }
            }
        }
    }

    /** "in Ukraine's Kharkiv region": whether a name is the possessor of the next one, which is the closer container. */
    private static boolean possesses(Sentence sentence, List<SpottedName> names, int at) {
        SpottedName name = names.get(at);
        return at + 1 < names.size()
                && names.get(at + 1).from == name.to + 1
                && name.country() != null
                && sentence.tokens().get(name.to).lower().equals("'s");
    }

    private void linkPair(Sentence sentence, SpottedName first, SpottedName second) {
        if (second.from - first.to > LONGEST_LINK) {
            return;
        }
        if (linksForward(sentence, first.to, second.from)) {
            narrow(first, second);
            if (!first.qualified() && isElsewhere(sentence, first, second)) {
                first.candidates = List.of();
            }
        }
        if (!first.qualified() && !second.qualified() && linksBack(sentence, first.to, second.from)) {
            narrow(second, first);
        }
    }

    /**
     * Whether a name is said to lie in a division ("the village of X in the Donetsk region") where no place of that name is known:
     * then it is a place that the gazetteer lacks, and a namesake in another division would be a wrong pin.
     */
    private static boolean isElsewhere(Sentence sentence, SpottedName name, SpottedName division) {
        return division.candidates.size() == 1
                && division.candidates.get(0).entry().kind() == PlaceKind.ADMIN1
                && sentence.tokens().get(name.to).lower().equals("in")
                && name.candidates.stream()
                        .noneMatch(candidate -> candidate.entry().kind().isDivision()
                                || candidate.entry().kind() == PlaceKind.COUNTRY)
                && PlaceResolver.obvious(name) == null;
    }

    /** Between a name and a container behind it: commas, "in", "of", articles, directions, and a district that we do not know. */
    private boolean linksForward(Sentence sentence, int from, int to) {
        boolean linked = false;
        for (int i = from; i < to; i++) {
            Token token = sentence.tokens().get(i);
            switch (token.lower()) {
                case ",", "(", "in", "of" -> linked = true;
                case "the", "'s" -> {}
                default -> {
                    boolean possessor =
                            i + 1 < to && sentence.tokens().get(i + 1).lower().equals("'s");
                    if (!possessor
                            && !cues.is(token.lower(), CueRole.DIRECTION)
                            && !isDistrictPart(sentence, i, linked)) {
                        return false;
                    }
                }
            }
        }
        return linked;
    }

    private boolean isDistrictPart(Sentence sentence, int at, boolean linked) {
        Token token = sentence.tokens().get(at);
        boolean followed = at + 1 < sentence.tokens().size()
                && cues.divisionWord(sentence.tokens().get(at + 1).lower()) != null;
        boolean capital = Character.isUpperCase(token.text().charAt(0));
        return linked && (cues.divisionWord(token.lower()) != null || (capital && followed)) || capital && linked;
    }

    /** Between a container and a name behind it: a possessive, or "the town of". */
    private boolean linksBack(Sentence sentence, int from, int to) {
        boolean linked = false;
        for (int i = from; i < to; i++) {
            String word = sentence.tokens().get(i).lower();
            switch (word) {
                case "'s" -> linked = true;
                case "city", "town", "village", "settlement", "port", "capital" -> linked = true;
                case ",", "(", "the", "of", "in", "border", "frontline" -> {}
                default -> {
                    if (!cues.is(word, CueRole.DIRECTION)) {
                        return false;
                    }
                }
            }
        }
        return linked;
    }

    private static void narrow(SpottedName name, SpottedName container) {
        List<Candidate> inside = name.candidates.stream()
                .filter(candidate ->
                        container.candidates.stream().anyMatch(outer -> contains(outer.entry(), candidate.entry())))
                .toList();
        if (inside.isEmpty()) {
            return;
        }
        container.candidates = container.candidates.stream()
                .filter(outer -> inside.stream().anyMatch(candidate -> contains(outer.entry(), candidate.entry())))
                .toList();
        name.candidates = inside;
        name.container = container;
    }

    static boolean contains(GazetteerEntry outer, GazetteerEntry inner) {
        boolean sameCountry =
                outer.country() != null && outer.country().equals(inner.country()) && outer.number() != inner.number();
        return switch (outer.kind()) {
            case COUNTRY -> sameCountry && inner.kind() != PlaceKind.COUNTRY;
            case ADMIN1 -> sameCountry && inner.admin1() == outer.number();
            case ADMIN2 ->
                sameCountry
                        && inner.admin1() == outer.admin1()
                        && !inner.kind().isDivision()
                        && inner.kmTo(outer) < DISTRICT_REACH_KM;
            default -> false;
        };
    }
}
