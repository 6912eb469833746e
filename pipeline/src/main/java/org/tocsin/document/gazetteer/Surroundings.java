package org.tocsin.document.gazetteer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.PlaceMention.Relation;
import org.tocsin.document.Mention.PlaceMention.Surface;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** Reads what the words beside a name say about it. */
final class Surroundings {
    private static final Set<String> DATELINE_ENDS = Set.of(".", ":", "\u2013", "\u2014", "-", "--");

    /** Words of the longest cue phrase. */
    private static final int LONGEST_CUE = 3;
    /** Tokens within which a unit of length before "from" makes it a distance. */
    private static final int DISTANCE_REACH = 8;
    /** Tokens within which a dash makes an article's first words a dateline. */
    private static final int DATELINE_REACH = 10;

    /** Letters of the shortest word that a headline in title case capitalises whatever it is. */
    private static final int SHORTEST_TITLE_WORD = 4;

    private static final double MOST = 0.85;

    private final PlaceCues cues;

    Surroundings(PlaceCues cues) {
        this.cues = cues;
    }

    /** What kind of place the words beside the name say it is; null where they say nothing. */
    @Nullable
    PlaceKind kindSaid(Sentence sentence, int from, int to) {
        PlaceCues.DivisionWord word = divisionWord(sentence, to);
        if (word != null) {
            return word.kind();
        }
        int end = skipArticle(sentence, from);
        if (endsWith(sentence, end, CueRole.TOWN_OF)) {
            return PlaceKind.TOWN;
        }
        if (endsWith(sentence, end, CueRole.DIVISION_OF)) {
            return PlaceKind.ADMIN1;
        }
        return endsWith(sentence, end, CueRole.DISTRICT_OF) ? PlaceKind.ADMIN2 : listedKind(sentence, to);
    }

    /** "Donetsk and Luhansk regions": the plural word behind a list holds for each of its names. */
    private @Nullable PlaceKind listedKind(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        boolean linked = false;
        for (int i = to; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            PlaceCues.DivisionWord word = cues.divisionWord(token.lower());
            if (word != null) {
                return linked && word.number() == PlaceCues.DivisionWord.Count.MANY ? word.kind() : null;
            }
            boolean link = isListLink(token);
            if (!link && (!isCapitalised(token) || !linked)) {
                return null;
            }
            linked |= link;
        }
        return null;
    }

    /** Whether a word such as "Oblast" or "regions" stands at this index. */
    boolean hasDivisionWord(Sentence sentence, int at) {
        return divisionWord(sentence, at) != null;
    }

    private PlaceCues.@Nullable DivisionWord divisionWord(Sentence sentence, int at) {
        return at < sentence.tokens().size()
                ? cues.divisionWord(sentence.tokens().get(at).lower())
                : null;
    }

    /** "in northern Sagaing": whether an adjective of direction stands before the name. */
    boolean isPartOf(Sentence sentence, int from) {
        String before = from == 0 ? "" : sentence.tokens().get(from - 1).lower();
        return before.endsWith("ern") && cues.is(before, CueRole.DIRECTION);
    }

    /** Whether the words before the name make it that of a small place. */
    boolean isVillage(Sentence sentence, int from) {
        return endsWith(sentence, skipArticle(sentence, from), CueRole.VILLAGE_OF);
    }

    /** Whether what the words before the name tell happened there. */
    boolean isLocative(Sentence sentence, int from) {
        int end = beforeDescription(sentence, from);
        return endsWith(sentence, end, CueRole.LOCATIVE)
                || endsWith(sentence, end, CueRole.NEAR)
                || endsWith(sentence, skipArticle(sentence, from), CueRole.TOWN_OF);
    }

    /** Whether the name only gives a bearing. */
    Relation relation(Sentence sentence, int from, int to) {
        int end = beforeDescription(sentence, from);
        boolean bearing = endsWith(sentence, end, CueRole.NEAR) || isDistance(sentence, end);
        boolean after = to < sentence.tokens().size()
                && cues.is(sentence.tokens().get(to).lower(), CueRole.NEAR_AFTER);
        return bearing || after ? Relation.NEAR : Relation.AT;
    }

    private static boolean isDistance(Sentence sentence, int end) {
        if (end == 0 || !sentence.tokens().get(end - 1).lower().equals("from")) {
            return false;
        }
        for (int i = end - 2; i >= 0 && i >= end - DISTANCE_REACH; i--) {
            switch (sentence.tokens().get(i).lower()) {
                case "km",
                        "kilometers",
                        "kilometres",
                        "miles",
                        "kilometer",
                        "kilometre",
                        "mile",
                        "meters",
                        "metres" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** The index where the words that describe the place begin ("the eastern Ukrainian city of", "Ukraine's"). */
    int beforeDescription(Sentence sentence, int from) {
        int at = from;
        while (at > 0 && isDescription(sentence, at - 1)) {
            at--;
        }
        return at;
    }

    private boolean isDescription(Sentence sentence, int at) {
        String word = sentence.tokens().get(at).lower();
        if (isOwner(sentence, at)) {
            return true;
        }
        return switch (word) {
            case "the", "a", "'s", "city", "town", "village", "settlement", "port", "capital", "border", "frontline" ->
                true;
            case "of" -> at > 0 && endsWith(sentence, at + 1, CueRole.TOWN_OF);
            default -> cues.is(word, CueRole.DIRECTION) && !endsWith(sentence, at + 1, CueRole.NEAR);
        };
    }

    /** A demonym ("the Ukrainian city of") or a possessor ("Ukraine's"). */
    private static boolean isOwner(Sentence sentence, int at) {
        boolean possessor = at + 1 < sentence.tokens().size()
                && sentence.tokens().get(at + 1).lower().equals("'s");
        return possessor
                || sentence.mentions(Mention.ActorMention.class)
                        .anyMatch(actor -> actor.demonym() && actor.from() <= at && at < actor.to());
    }

    /** The index of the article right before a token, else the token's. */
    int skipArticle(Sentence sentence, int from) {
        return from > 0 && sentence.tokens().get(from - 1).lower().equals("the") ? from - 1 : from;
    }

    /** Whether the words before an index end with a phrase of this role. */
    boolean endsWith(Sentence sentence, int end, CueRole role) {
        StringBuilder phrase = new StringBuilder();
        for (int i = end - 1; i >= 0 && i >= end - LONGEST_CUE; i--) {
            phrase.insert(0, sentence.tokens().get(i).lower());
            if (cues.is(phrase.toString(), role)) {
                return true;
            }
            phrase.insert(0, ' ');
        }
        return false;
    }

    /** Whether only list words stand from the end of one name to the next. */
    boolean isList(Sentence sentence, int end, int next) {
        if (next <= end || next - end > 2) {
            return false;
        }
        return sentence.tokens().subList(end, next).stream().allMatch(Surroundings::isListLink);
    }

    private static boolean isListLink(Token token) {
        return switch (token.lower()) {
            case ",", "and", "or", "&" -> true;
            default -> false;
        };
    }

    /** Whether a word of saying follows. */
    boolean speaks(Sentence sentence, int to) {
        return to < sentence.tokens().size()
                && cues.is(sentence.tokens().get(to).lower(), CueRole.SAYING);
    }

    /** Whether nearly all words are capitalised, as in many headlines, so that capitals tell nothing. */
    boolean isTitleCase(Sentence sentence) {
        int words = 0;
        int capitalised = 0;
        for (Token token : sentence.tokens()) {
            if (token.text().length() >= SHORTEST_TITLE_WORD
                    && Character.isLetter(token.text().charAt(0))) {
                words++;
                capitalised += isCapitalised(token) ? 1 : 0;
            }
        }
        return words >= 4 && capitalised >= words * MOST;
    }

    /** Whether capitalised neighbours make the name part of a person's or an organisation's ("Dr. Paris", "Victoria Nuland"). */
    boolean isPartOfOtherName(Sentence sentence, int from, int to, int endOfLastPlace) {
        return isNamePart(sentence, from, endOfLastPlace) || isNameStart(sentence, to);
    }

    private boolean isNamePart(Sentence sentence, int from, int endOfLastPlace) {
        if (from == 0 || from == endOfLastPlace) {
            return false;
        }
        Token before = sentence.tokens().get(from - 1);
        String word = withoutStop(before.lower());
        if (cues.is(word, CueRole.TITLE) && isCapitalised(before)) {
            return true;
        }
        if (!isCapitalised(before) || isKnownBeforePlace(sentence, from - 1, word)) {
            return false;
        }
        return from > 1
                || before.tag().startsWith("NNP")
                || (before.tag().isEmpty() && cues.stop(word) != StopReason.WORD);
    }

    private boolean isKnownBeforePlace(Sentence sentence, int at, String word) {
        return cues.is(word, CueRole.DIRECTION)
                || cues.is(word, CueRole.LOCATIVE)
                || cues.is(word, CueRole.NEAR)
                || cues.stop(word) == StopReason.CALENDAR
                || cues.divisionWord(word) != null
                || insideActor(sentence, at);
    }

    private boolean isNameStart(Sentence sentence, int to) {
        if (to >= sentence.tokens().size()) {
            return false;
        }
        Token after = sentence.tokens().get(to);
        String word = withoutStop(after.lower());
        return isCapitalised(after)
                && !cues.is(word, CueRole.OFFICE)
                && !cues.is(word, CueRole.TITLE)
                && !cues.is(word, CueRole.DIRECTION)
                && cues.stop(word) != StopReason.CALENDAR
                && cues.divisionWord(word) == null
                && !insideActor(sentence, to)
                && !NameSpotter.isAllCapitals(after.text());
    }

    private static boolean insideActor(Sentence sentence, int at) {
        return sentence.mentions().stream()
                .filter(mention -> !(mention instanceof Mention.CountMention))
                .anyMatch(mention -> mention.from() <= at && at < mention.to());
    }

    /** Whether the name heads its paragraph: in capitals or alone before a full stop, or in capitals before a dash or colon. */
    boolean isHead(Sentence sentence, int from, int to) {
        List<Token> tokens = sentence.tokens();
        boolean first =
                from == 0 || from <= 2 && tokens.subList(0, from).stream().noneMatch(Surroundings::isWord);
        if (!first || to >= tokens.size()) {
            return false;
        }
        boolean alone = tokens.size() == to + 1 && tokens.get(to).text().equals(".");
        boolean capitals = tokens.subList(from, to).stream()
                .allMatch(token ->
                        NameSpotter.isAllCapitals(token.text()) || token.text().equals("-"));
        return alone || capitals && DATELINE_ENDS.contains(tokens.get(to).text());
    }

    private static boolean isWord(Token token) {
        return Character.isLetter(token.text().charAt(0));
    }

    /** How the name stands in the text. */
    Surface surface(Sentence sentence, int from, int to) {
        if (from <= 2 && sentence.index() == 0 && hasDash(sentence, to)) {
            return Surface.DATELINE;
        }
        if (to >= sentence.tokens().size()) {
            return Surface.NAME;
        }
        Token after = sentence.tokens().get(to);
        boolean noun = after.tag().startsWith("NN") && !cues.is(after.lower(), CueRole.NEAR_AFTER);
        return noun || cues.is(withoutStop(after.lower()), CueRole.OFFICE) ? Surface.ADJECTIVE : Surface.NAME;
    }

    /** A dash, or a colon behind a date: "Srinagar, May 9:". */
    private static boolean hasDash(Sentence sentence, int to) {
        int end = Math.min(sentence.tokens().size(), to + DATELINE_REACH);
        for (int i = to; i < end; i++) {
            String text = sentence.tokens().get(i).text();
            if (text.equals(":")
                    && Character.isDigit(sentence.tokens().get(i - 1).text().charAt(0))) {
                return true;
            }
            switch (text) {
                case "-", "--", "\u2013", "\u2014" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static String withoutStop(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isCapitalised(Token token) {
        String text = token.text();
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }
}
