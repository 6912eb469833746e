package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention.Relation;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/**
 * Finds names that the words around them make places although the gazetteer has none or too many of that name: "the village of
 * Zurmiwa", "Otash camp", "shelled Novokhrestivka". They get no coordinates. A capitalised word without such words is left alone.
 */
final class OpenNames {
    /** Words inside a name that are written small. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "le", "les", "du", "da", "do", "dos", "di", "el", "al", "sur", "bin",
            "es");
    /** What may stand behind the possessive of a place: a part of it. */
    private static final Set<String> PARTS = Set.of(
            "outskirts",
            "suburbs",
            "centre",
            "center",
            "market",
            "edge",
            "district",
            "port",
            "streets",
            "border",
            "airport");
    /** Words before the word for a facility: "border crossing", "air base". */
    private static final Set<String> QUALIFIERS =
            Set.of("border", "military", "air", "naval", "army", "oil", "gas", "gold");

    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_SHOUTED_NAME = 4;

    private final PlaceCues cues;
    private final Surroundings surroundings;

    OpenNames(PlaceCues cues) {
        this.cues = cues;
        this.surroundings = new Surroundings(cues);
    }

    /**
     * The open names of a sentence in order.
     *
     * @param known the names of the sentence whose place is settled
     */
    List<OpenName> spot(Sentence sentence, List<SpottedName> known) {
        if (surroundings.isTitleCase(sentence)) {
            return List.of();
        }
        boolean[] taken = taken(sentence, known);
        List<OpenName> found = new ArrayList<>();
        int at = 0;
        while (at < taken.length) {
            int to = endOfName(sentence, at, taken);
            OpenName name = to > at ? name(sentence, at, to, found) : null;
            if (name != null) {
                found.add(name);
            }
            at = Math.max(at + 1, name == null ? to : name.to());
        }
        return found;
    }

    private static boolean[] taken(Sentence sentence, List<SpottedName> known) {
        boolean[] taken = new boolean[sentence.tokens().size()];
        for (SpottedName name : known) {
            mark(taken, name.from, name.to);
        }
        for (Mention mention : sentence.mentions()) {
            mark(taken, mention.from(), mention.to());
        }
        return taken;
    }

    private static void mark(boolean[] taken, int from, int to) {
        for (int i = from; i < Math.min(taken.length, to); i++) {
            taken[i] = true;
        }
    }

    /** Index behind the capitalised words that start at a token; the token's own index where none do. */
    private int endOfName(Sentence sentence, int at, boolean[] taken) {
        List<Token> tokens = sentence.tokens();
        int to = at;
        int end = Math.min(tokens.size(), at + LONGEST_NAME);
        for (int i = at; i < end && !taken[i]; i++) {
            Token token = tokens.get(i);
            if (isKindWord(token.lower()) && i > at) {
                break;
            }
            if (startsName(token) && !isLeading(sentence, i)) {
                to = i + 1;
            } else if (i == at || !PARTICLES.contains(token.lower())) {
                break;
            }
        }
        return to;
    }

    private boolean isKindWord(String word) {
        return cues.divisionWord(word) != null
                || cues.is(word, CueRole.SITE_AFTER)
                || cues.is(word, CueRole.AREA_AFTER)
                || cues.is(word, CueRole.STREET_AFTER);
    }

    private @Nullable OpenName name(Sentence sentence, int from, int to, List<OpenName> before) {
        if (!mayName(sentence, from, to)) {
            return null;
        }
        PlaceKind kind = kindBefore(sentence, from);
        if (kind != null) {
            return open(sentence, from, to, kind);
        }
        boolean proper = isProper(sentence, from, to);
        PlaceKind behind = kindBehind(sentence, to);
        if (behind != null) {
            boolean named = proper || from > 0 && isCommon(sentence, from, to);
            return named ? open(sentence, from, behind == PlaceKind.TOWN ? to : endOfKind(sentence, to), behind) : null;
        }
        boolean place = isEntry(sentence, from, to) || isWithin(sentence, from) || isListed(sentence, from, to, before);
        boolean head =
                surroundings.isHead(sentence, from, to) && cues.stop(NameKey.of(tokenText(sentence, from))) == null;
        return head || proper && place && endsPhrase(sentence, to) ? open(sentence, from, to, PlaceKind.TOWN) : null;
    }

    private static String tokenText(Sentence sentence, int token) {
        return sentence.tokens().get(token).text();
    }

    private OpenName open(Sentence sentence, int from, int to, PlaceKind kind) {
        int start = sentence.startOf(from) - sentence.start();
        int end = sentence.endOf(to) - sentence.start();
        Relation relation = surroundings.relation(sentence, from, to);
        return new OpenName(from, to, sentence.text().substring(start, end), kind, relation);
    }

    private boolean mayName(Sentence sentence, int from, int to) {
        List<Token> tokens = sentence.tokens();
        for (int i = from; i < to; i++) {
            if (cues.is(withoutStop(tokens.get(i).lower()), CueRole.NOT_PLACE)) {
                return false;
            }
        }
        Token first = tokens.get(from);
        boolean single = to == from + 1;
        boolean shouted = single
                && NameSpotter.isAllCapitals(first.text())
                && first.text().length() <= SHORTEST_SHOUTED_NAME;
        boolean common = single && cues.stop(NameKey.of(first.text())) != null;
        boolean titled = from > 0 && cues.is(withoutStop(tokens.get(from - 1).lower()), CueRole.TITLE);
        return !shouted && !common && !titled && (!single || first.text().length() > 2);
    }

    private @Nullable PlaceKind kindBefore(Sentence sentence, int from) {
        int end = surroundings.skipArticle(sentence, from);
        if (surroundings.endsWith(sentence, end, CueRole.TOWN_OF)) {
            return PlaceKind.TOWN;
        }
        if (surroundings.endsWith(sentence, end, CueRole.SITE_OF)) {
            return PlaceKind.SITE;
        }
        boolean area = surroundings.endsWith(sentence, end, CueRole.DISTRICT_OF)
                || surroundings.endsWith(sentence, end, CueRole.AREA_OF);
        return area ? PlaceKind.AREA : null;
    }

    private @Nullable PlaceKind kindBehind(Sentence sentence, int to) {
        if (to >= sentence.tokens().size()) {
            return null;
        }
        String word = sentence.tokens().get(to).lower();
        PlaceCues.DivisionWord division = cues.divisionWord(word);
        if (division != null) {
            return switch (division.kind()) {
                case TOWN -> word.equals("city") || word.equals("settlement") ? null : PlaceKind.TOWN;
                case ADMIN2 -> PlaceKind.AREA;
                default -> null;
            };
        }
        if (cues.is(word, CueRole.AREA_AFTER)) {
            return PlaceKind.AREA;
        }
        if (QUALIFIERS.contains(word) && to + 1 < sentence.tokens().size()) {
            String noun = sentence.tokens().get(to + 1).lower();
            return cues.is(noun, CueRole.SITE_AFTER) ? PlaceKind.SITE : null;
        }
        return cues.is(word, CueRole.SITE_AFTER) || cues.is(word, CueRole.STREET_AFTER) ? PlaceKind.SITE : null;
    }

    /** The words for its kind are part of the name of a camp or district: "Otash refugee camp". */
    private int endOfKind(Sentence sentence, int from) {
        int to = from;
        while (to < sentence.tokens().size()
                && to < from + 3
                && (isKindWord(sentence.tokens().get(to).lower())
                        || QUALIFIERS.contains(sentence.tokens().get(to).lower()))) {
            to++;
        }
        return to;
    }

    /** A capitalised word inside a sentence that the tagger took for a common noun: "the Otash camp". */
    private static boolean isCommon(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .allMatch(token -> token.tag().startsWith("NN"));
    }

    private static boolean isProper(Sentence sentence, int from, int to) {
        List<Token> tokens = sentence.tokens();
        for (int i = from; i < to; i++) {
            boolean particle = PARTICLES.contains(tokens.get(i).lower());
            if (!particle && !tokens.get(i).tag().startsWith("NNP")) {
                return false;
            }
        }
        return true;
    }

    /** "Mali, Hombori: mine destroyed bus": the name that heads an entry behind its country. */
    private static boolean isEntry(Sentence sentence, int from, int to) {
        return from == 2
                && sentence.tokens().get(1).lower().equals(",")
                && to < sentence.tokens().size()
                && sentence.tokens().get(to).lower().equals(":")
                && sentence.mentions(ActorMention.class).anyMatch(actor -> actor.from() == 0 && actor.to() == 1);
    }

    private boolean isWithin(Sentence sentence, int from) {
        String before = from == 0 ? "" : sentence.tokens().get(from - 1).lower();
        if (before.equals("a") || before.equals("an")) {
            return false;
        }
        int end = surroundings.beforeDescription(sentence, from);
        return surroundings.endsWith(sentence, end, CueRole.WITHIN)
                || surroundings.endsWith(sentence, end, CueRole.NEAR)
                || surroundings.endsWith(sentence, end, CueRole.TAKES);
    }

    /** Whether the name goes on a list of open names: "in Beldi, Garmo and Tasse". */
    private static boolean isListed(Sentence sentence, int from, int to, List<OpenName> before) {
        if (before.isEmpty() || before.get(before.size() - 1).to() != from - 1) {
            return false;
        }
        String link = sentence.tokens().get(from - 1).lower();
        String next = to < sentence.tokens().size() ? sentence.tokens().get(to).lower() : "";
        return link.equals("and") || link.equals(",") && (next.equals(",") || next.equals("and"));
    }

    /** Whether the name is no first word of a longer phrase ("Doha talks") and no possessor of anything but a part of it. */
    private boolean endsPhrase(Sentence sentence, int to) {
        if (to >= sentence.tokens().size()) {
            return true;
        }
        Token next = sentence.tokens().get(to);
        if (next.lower().equals("'s")) {
            String part = to + 1 < sentence.tokens().size()
                    ? sentence.tokens().get(to + 1).lower()
                    : "";
            return PARTS.contains(part) || cues.is(part, CueRole.DIRECTION);
        }
        return !next.tag().startsWith("NN")
                && !(next.tag().equals("CD") && Character.isDigit(next.text().charAt(0)))
                && !next.text().startsWith("-");
    }

    /** ". Near Karama, one strike": whether a word that opens its line behind a bullet only leads to a name. */
    private boolean isLeading(Sentence sentence, int at) {
        String word = sentence.tokens().get(at).lower();
        return (cues.is(word, CueRole.NEAR) || cues.is(word, CueRole.LOCATIVE))
                && sentence.tokens().subList(0, at).stream()
                        .noneMatch(token -> token.text().chars().anyMatch(Character::isLetterOrDigit));
    }

    private static boolean startsName(Token token) {
        String text = token.text();
        if (text.isEmpty() || token.index() == 0 && token.tag().equals("IN")) {
            return false;
        }
        int hyphen = text.indexOf('-');
        boolean article = hyphen > 0 && hyphen <= 3 && hyphen + 1 < text.length();
        return Character.isUpperCase(text.charAt(0)) || article && Character.isUpperCase(text.charAt(hyphen + 1));
    }

    private static String withoutStop(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }
}
