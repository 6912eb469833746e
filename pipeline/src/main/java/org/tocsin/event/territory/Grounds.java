package org.tocsin.event.territory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Place;
import org.tocsin.schema.TerritoryChangeKind;

/** Finds the place that a verb or noun of territory takes, enters or leaves: only one that hangs on these words, never just any. */
final class Grounds {
    private static final Set<String> CLAUSE_TAGS = Tags.like("VB.?|MD|W.*|:");
    /** Whoever rides into one of these in a town does not take the town. */
    private static final Set<String> HOUSES = Set.of("school", "church", "clinic", "hotel", "house", "home", "office");

    private static final Set<String> MARKS = Set.of(";", ",");
    private static final Set<String> CLAUSE_VERBS = Tags.like("VB[DZP]|MD|W.*");
    private static final Set<String> LEADING = Tags.like("IN|TO|DT|RB");
    private static final Set<String> QUOTE_MARKS = Set.of("``", "''", "\"", "“", "”", "'", "‘", "’");
    private static final Set<String> PASSING = Set.of("fall", "pass", "slip", "go", "return", "come");
    private static final Set<String> HAVING = Set.of("have", "hold", "keep");
    private static final Set<String> HELD_NOW = Set.of("now", "back", "again", "once", "fully", "firmly", "entirely");
    private static final Set<String> INTO = Set.of("in", "into", "to", "under");
    private static final Set<String> PLACE_LIST = Tags.like("NN.*|,|IN|DT|JJ|CC|TO|-LRB-|-RRB-|POS");

    private static final int REACH = 14;
    /** Tokens behind a passive verb within which a list of what was taken begins. */
    private static final int LIST_REACH = 10;

    private static final int DECLARED_REACH = 14;
    private static final Set<String> INNER = Set.of(
            "of", "in", "at", "near", "on", "outside", "around", "along", "inside", "between", "to", "from", "within",
            "over", "across", "beyond", "off", "called", "named");
    private static final Set<String> FOREIGN = Set.of(
            "from", "with", "by", "after", "since", "during", "for", "as", "under", "before", "until", "against",
            "because", "while", "if", "than", "like", "without", "via");
    /** What may stand between a place and the participle that is said of it: "marked the town as now occupied". */
    private static final Set<String> COMPLEMENT = Set.of(
            "as",
            "fully",
            "completely",
            "now",
            "already",
            "been",
            "to",
            "be",
            "have",
            "``",
            "''",
            "\"",
            "“",
            "”",
            "'",
            "‘");

    private static final CueTable<Optional<TerritoryChangeKind>> OBJECTS = CueTable.of(
            KnowledgeTable.load(Grounds.class, "territory-objects.tsv", "words", "change"),
            row -> Optional.ofNullable(row.constant("change", TerritoryChangeKind.class)));
    private static final CueTable<Boolean> DECLARING =
            CueTable.of(KnowledgeTable.load(Grounds.class, "declaring-verbs.tsv", "words"), row -> true);

    private final Spots spots;
    private final GroundsBefore before;
    private final ToldPlaces told;

    Grounds(Document document) {
        this.spots = new Spots(document);
        this.before = new GroundsBefore(spots);
        this.told = new ToldPlaces(document, spots);
    }

    /** Whether a noun that can be taken begins at a token ("township", "crossroads"). */
    static boolean isTakeable(Sentence sentence, int token) {
        return token < sentence.tokens().size() && OBJECTS.at(sentence, token) != null;
    }

    /** The verb of declaring before a participle that is said of a place ("declared the town liberated"); -1 where there is none. */
    static int declaring(Sentence sentence, int participle) {
        return DECLARING.find(sentence).stream()
                .filter(cue -> cue.to() <= participle && participle - cue.to() <= DECLARED_REACH)
                .mapToInt(CueTable.Cue::from)
                .max()
                .orElse(-1);
    }

    /** Notes a place that changed hands, for the sentences behind. */
    void note(Sentence sentence, Ground ground) {
        told.note(sentence, ground.place());
    }

    /** What the words of a cue take; null where no place hangs on them. */
    @Nullable
    Ground of(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        boolean passive = VerbForms.isPassive(sentence, cue.from());
        return switch (cue.meaning().form()) {
            case TAKE ->
                passive
                        ? first(
                                before.subject(sentence, clauses, cue.from(), REACH),
                                listed(sentence, clauses, cue.to()))
                        : first(
                                first(object(sentence, clauses, cue), asWritten(sentence, clauses, cue)),
                                before.relative(sentence, cue.from()));
            case YIELD ->
                passive ? before.subject(sentence, clauses, cue.from(), REACH) : object(sentence, clauses, cue);
            case FALL -> fallen(sentence, clauses, cue);
            case WITHIN -> Nearness.isTold(sentence, cue.from()) ? behind(sentence, clauses, cue.to() + 2) : null;
            case HOLD -> held(sentence, clauses, cue.from());
            case NOUN -> noun(sentence, clauses, cue);
            case TOWARD ->
                cue.meaning().change() == TerritoryChangeKind.WITHDRAW
                        ? first(from(sentence, clauses, cue.to()), behind(sentence, clauses, cue.to()))
                        : behind(sentence, clauses, cue.to());
            case EXPEL ->
                Nearness.isLeft(sentence, cue.to(), passive)
                        ? left(from(sentence, clauses, cue.to()))
                        : first(
                                passive
                                        ? before.subject(sentence, clauses, cue.from(), REACH)
                                        : first(object(sentence, clauses, cue), declared(sentence, cue.from())),
                                from(sentence, clauses, cue.to()));
        };
    }

    /** A place that those who act leave themselves. */
    private static @Nullable Ground left(@Nullable Ground ground) {
        return ground == null ? null : new Ground(ground.place(), TerritoryChangeKind.WITHDRAW, ground.named());
    }

    /** The subject of "fell"; a name that no gazetteer knows must be said to fall to somebody. */
    private @Nullable Ground fallen(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        Ground ground = before.subject(sentence, clauses, cue.from(), 2);
        boolean sure = ground == null
                || cue.length() > 1
                || ground.place().value().getLat() != null
                || Nearness.isTo(sentence, cue.to());
        return sure ? ground : null;
    }

    /** A word of headlines may be a noun, a participle may be said of a place. */
    private @Nullable Ground asWritten(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        return sentence.tokens().get(cue.from()).tag().startsWith("NN")
                ? noun(sentence, clauses, cue)
                : declared(sentence, cue.from());
    }

    /** "Three villages were retaken, among them X and Y": the places that a list behind a passive names. */
    private @Nullable Ground listed(Sentence sentence, Clauses clauses, int from) {
        List<Token> tokens = sentence.tokens();
        boolean land = OBJECTS.find(sentence).stream().anyMatch(thing -> thing.to() < from);
        int end = land ? Math.min(clauses.to(from - 1), from + LIST_REACH) : from;
        for (int i = from; i + 1 < end; i++) {
            String word = tokens.get(i).lower();
            boolean among = word.equals("among") && tokens.get(i + 1).tag().startsWith("PRP");
            if (among || word.equals("including") || word.equals("namely")) {
                return behind(sentence, clauses, among ? i + 2 : i + 1);
            }
        }
        return null;
    }

    private static @Nullable Ground first(@Nullable Ground one, @Nullable Ground other) {
        return one != null ? one : other;
    }

    /** The object of a verb: a place, or a thing of territory-objects.tsv at a place. */
    private @Nullable Ground object(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        boolean of = sentence.tokens().get(cue.to() - 1).lower().equals("of");
        return object(sentence, clauses, cue.to(), of || cue.length() > 1 || isUnmarked(cue));
    }

    /** Whether the verb takes hardly anything but places, so that an unknown name behind it is one. */
    private static boolean isUnmarked(CueTable.Cue<TerritoryTrigger> cue) {
        return cue.meaning().evidence() != TerritoryTrigger.Evidence.FORCE
                || cue.meaning().form() == TerritoryTrigger.Form.YIELD;
    }

    private @Nullable Ground object(Sentence sentence, Clauses clauses, int from, boolean unlisted) {
        List<CueTable.Cue<Optional<TerritoryChangeKind>>> objects = OBJECTS.find(sentence);
        int limit = Math.min(clauses.to(from - 1), from + REACH);
        boolean inner = false;
        CueTable.Cue<Optional<TerritoryChangeKind>> thing = null;
        for (int i = from; i < limit; i++) {
            Spot spot = spots.at(sentence, i);
            boolean known = spot != null
                    && (spot.listed() || unlisted || thing != null || Nearness.isObject(sentence, from, spot));
            if (spot != null && known && fits(sentence, spot, objects) && !(inner && isOwnerOfPlace(sentence, spot))) {
                return !inner || thing != null && !spot.isCountry() ? ground(sentence, spot, thing) : null;
            }
            Token token = sentence.tokens().get(i);
            thing = thing != null ? thing : startingAt(objects, i);
            if (CLAUSE_TAGS.contains(token.tag()) && !isModifier(sentence, i)) {
                break;
            }
            if (Tags.PREPOSITION.contains(token.tag())) {
                if (!INNER.contains(token.lower())
                        || thing == null && !token.lower().equals("of")) {
                    break;
                }
                inner = true;
            }
        }
        return thing == null ? pronoun(sentence, from) : told(sentence, from, thing);
    }

    private static CueTable.@Nullable Cue<Optional<TerritoryChangeKind>> startingAt(
            List<CueTable.Cue<Optional<TerritoryChangeKind>>> objects, int token) {
        return objects.stream()
                .filter(found -> found.from() == token)
                .findFirst()
                .orElse(null);
    }

    /** "seized the city": the place that the article told before. */
    private @Nullable Ground told(Sentence sentence, int from, CueTable.Cue<Optional<TerritoryChangeKind>> thing) {
        Anchored<Place> place = told.of(sentence, from, thing.from(), thing.to());
        return place == null ? null : new Ground(place, thing.meaning().orElse(null), false);
    }

    /** "retook it", "regained control": the place that the article told last. */
    private @Nullable Ground pronoun(Sentence sentence, int from) {
        boolean it = from < sentence.tokens().size()
                && sentence.tokens().get(from).lower().equals("it");
        boolean control = sentence.tokens().get(from - 1).lower().equals("control");
        Anchored<Place> place = it || control ? told.before(sentence, from - 1, null) : null;
        return place == null ? null : new Ground(place, null, false);
    }

    /** The place behind a preposition: "into the town", "from positions near it". */
    private @Nullable Ground behind(Sentence sentence, Clauses clauses, int from) {
        List<CueTable.Cue<Optional<TerritoryChangeKind>>> objects = OBJECTS.find(sentence);
        int limit = Math.min(clauses.to(from - 1), from + REACH);
        CueTable.Cue<Optional<TerritoryChangeKind>> thing = null;
        for (int i = from; i < limit; i++) {
            thing = thing != null ? thing : startingAt(objects, i);
            Spot spot = spots.at(sentence, i);
            if (spot != null && !isOwnerOfPlace(sentence, spot) && (spot.isName() || fits(sentence, spot, objects))) {
                return ground(sentence, spot, null);
            }
            Token token = sentence.tokens().get(i);
            boolean leaves = token.tag().equals("IN") && FOREIGN.contains(token.lower());
            boolean verb = CLAUSE_TAGS.contains(token.tag()) && !isModifier(sentence, i);
            if (leaves || verb || HOUSES.contains(token.lemma()) || MARKS.contains(token.text()) && thing != null) {
                break;
            }
        }
        return thing == null || thing.meaning().isPresent() ? null : told(sentence, from, thing);
    }

    /** "Russia's Kursk region": whether a country only tells whose the place behind it is. */
    private boolean isOwnerOfPlace(Sentence sentence, Spot spot) {
        List<Token> tokens = sentence.tokens();
        return spot.isCountry()
                && spot.to() + 1 < tokens.size()
                && tokens.get(spot.to()).tag().equals("POS")
                && IntStream.range(spot.to() + 1, Math.min(tokens.size(), spot.to() + 4))
                        .anyMatch(i -> spots.at(sentence, i) != null);
    }

    /** The place that is left: the one behind "from" or "out of", whoever stands before it ("drove the rebels out of the town"). */
    private @Nullable Ground from(Sentence sentence, Clauses clauses, int from) {
        int limit = Math.min(clauses.to(from - 1), from + REACH);
        for (int i = from - 1; i < limit; i++) {
            Token token = sentence.tokens().get(i);
            boolean leaves = token.lower().equals("from")
                    || token.lower().equals("of")
                            && i > 0
                            && sentence.tokens().get(i - 1).lower().equals("out");
            if (leaves) {
                return behind(sentence, clauses, i + 1);
            }
            if (i >= from && CLAUSE_VERBS.contains(token.tag())) {
                return null;
            }
        }
        return null;
    }

    /** The place of a noun: behind "of" or a preposition, behind "from" where it is left, or as its owner ("the town's capture"). */
    private @Nullable Ground noun(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        List<Token> tokens = sentence.tokens();
        if (LEADING.contains(tokens.get(cue.to() - 1).tag())) {
            return tokens.get(cue.to() - 1).lower().equals("of")
                    ? object(sentence, clauses, cue)
                    : behind(sentence, clauses, cue.to());
        }
        if (cue.meaning().change() == TerritoryChangeKind.WITHDRAW) {
            return from(sentence, clauses, cue.to());
        }
        int next = cue.to();
        while (next < tokens.size() && QUOTE_MARKS.contains(tokens.get(next).text())) {
            next++;
        }
        if (next < tokens.size() && tokens.get(next).lower().equals("of")) {
            return object(sentence, clauses, next + 1, true);
        }
        return owner(sentence, cue.from());
    }

    private @Nullable Ground owner(Sentence sentence, int noun) {
        List<Token> tokens = sentence.tokens();
        int possessive = noun > 0 && tokens.get(noun - 1).tag().equals("POS") ? noun - 1 : -1;
        return spots.before(sentence, noun).stream()
                .filter(spot -> spot.isName() && !spot.isCountry() && spot.to() == possessive)
                .findFirst()
                .map(spot -> ground(sentence, spot, null))
                .orElse(null);
    }

    /** The place that fell into somebody's hands: the subject of the verb before them. */
    private @Nullable Ground held(Sentence sentence, Clauses clauses, int noun) {
        List<Token> tokens = sentence.tokens();
        int verb = IntStream.iterate(noun - 1, i -> i >= Math.max(0, noun - 8), i -> i - 1)
                .filter(i -> tokens.get(i).tag().startsWith("VB"))
                .findFirst()
                .orElse(-1);
        if (verb >= 0 && HAVING.contains(tokens.get(verb).lemma())) {
            return object(sentence, clauses, verb + 1, false);
        }
        boolean moves = verb >= 0
                && (PASSING.contains(tokens.get(verb).lemma())
                        || tokens.get(verb).lemma().equals("be")
                                && (tokens.get(noun).lower().equals("hands")
                                        || HELD_NOW.contains(
                                                tokens.get(verb + 1).lower())));
        boolean into = verb >= 0 && tokens.subList(verb, noun).stream().anyMatch(token -> INTO.contains(token.lower()));
        if (!moves || !into) {
            return null;
        }
        Ground named = before.subject(sentence, clauses, verb, 2);
        return named != null ? named : pointed(sentence, VerbForms.groupStart(sentence, verb));
    }

    /** "the town is in rebel hands": the place told before. */
    private @Nullable Ground pointed(Sentence sentence, int group) {
        CueTable.Cue<Optional<TerritoryChangeKind>> thing = OBJECTS.find(sentence).stream()
                .filter(found -> found.to() == group)
                .findFirst()
                .orElse(null);
        return thing == null ? null : told(sentence, Math.max(0, thing.from() - 3), thing);
    }

    /** The place that a participle is said of: "declared the village captured", "showed it as occupied". */
    private @Nullable Ground declared(Sentence sentence, int participle) {
        List<Token> tokens = sentence.tokens();
        int verb = Tags.PAST.contains(tokens.get(participle).tag()) ? declaring(sentence, participle) : -1;
        if (verb < 0) {
            return null;
        }
        int end = participle;
        while (end > verb && COMPLEMENT.contains(tokens.get(end - 1).lower())) {
            end--;
        }
        int to = end;
        return spots.before(sentence, end).stream()
                .filter(spot -> spot.from() > verb && !spot.isCountry() && isNamedUpTo(sentence, spot.to(), to))
                .findFirst()
                .map(spot -> ground(sentence, spot, null))
                .orElseGet(() -> pointed(sentence, to));
    }

    /** Whether only an aside or a place that holds it stands between a name and a token. */
    private static boolean isNamedUpTo(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream().allMatch(token -> PLACE_LIST.contains(token.tag()));
    }

    /** Whether a name is the place taken, not the first word of a longer phrase of another thing ("Donetsk prisoners"). */
    private static boolean fits(
            Sentence sentence, Spot spot, List<CueTable.Cue<Optional<TerritoryChangeKind>>> objects) {
        List<Token> tokens = sentence.tokens();
        boolean attributive = spot.surface() == PlaceMention.Surface.ADJECTIVE
                || spot.to() < tokens.size()
                        && Tags.COMMON_NOUN.contains(tokens.get(spot.to()).tag());
        return !attributive
                || objects.stream().anyMatch(thing -> thing.from() >= spot.to() && thing.from() - spot.to() <= 2);
    }

    private static boolean isModifier(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        return Tags.PARTICIPLE.contains(tokens.get(token).tag())
                && token + 1 < tokens.size()
                && Tags.NOMINAL.contains(tokens.get(token + 1).tag());
    }

    static Ground ground(Sentence sentence, Spot spot, CueTable.@Nullable Cue<Optional<TerritoryChangeKind>> thing) {
        TerritoryChangeKind change = thing == null ? null : thing.meaning().orElse(null);
        return new Ground(spot.in(sentence), change, true);
    }
}
