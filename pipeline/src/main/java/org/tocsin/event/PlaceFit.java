package org.tocsin.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/**
 * How well each place of a sentence fits as that of an act told in it: near and firmly attached places cost little; the seat of who
 * speaks, a meeting's city, the hospital that took the hurt, an origin or a name that only describes somebody do not fit at all.
 */
final class PlaceFit {
    private static final Set<String> BESIDE = Set.of("near", "outside", "beside", "by");
    private static final Set<String> TOWN_NOUNS = Set.of("village", "town", "city", "settlement", "hamlet", "camp");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that");

    private static final Set<String> ACTING = Tags.like("VB[DGN]?");
    private static final Pattern BACKED = Pattern.compile(".+-(backed|based|led|installed|controlled|appointed)");

    /** The cost from which on a place is not that of the act. */
    static final int UNFIT = 1000;

    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "at",
            "on",
            "near",
            "outside",
            "around",
            "over",
            "across",
            "inside",
            "into",
            "against",
            "upon",
            "of",
            "within",
            "throughout",
            "between",
            "along",
            "off",
            "towards",
            "toward",
            "above",
            "beyond",
            "behind");
    private static final Set<String> ORIGIN =
            Set.of("from", "by", "with", "to", "via", "like", "as", "than", "for", "under");
    private static final Set<String> AIMS = Set.of("at", "into", "towards", "toward");
    private static final Set<String> INSIDE = Set.of("in", "across", "throughout", "inside", "within");
    private static final Set<String> BODY_PHRASE = Tags.like("DT|JJ|NNP?S?|PRP\\$|CD|POS");
    private static final Set<String> NOUN_OR_MODIFIER = Tags.like("DT|JJS?|NNP?S?|CD|VBN|VBG|PRP\\$|POS|RB");
    private static final Set<String> ROADS = Set.of("road", "highway", "route", "motorway");
    private static final Set<String> CARE = Set.of("hospital", "hospitals", "clinic", "clinics", "ward", "morgue");
    /** "the village of X", "the outskirts of X". */
    private static final Set<String> PLACE_NOUNS = KnowledgeTable.words(PlaceFit.class, "place-nouns.tsv");

    private static final Set<String> TAKEN = Set.of(
            "take",
            "rush",
            "evacuate",
            "transfer",
            "bring",
            "treat",
            "admit",
            "die",
            "move",
            "carry",
            "transport",
            "reach",
            "recover",
            "hospitalize",
            "hospitalise",
            "fly",
            "airlift");
    /** Verbs of governments, as a tag and a word. */
    private static final Pattern SAYS = Pattern.compile(
            "VB.?(said|says|told|tells|warned|warns|accused|accuses|denied|denies|claimed|claims|vowed|called|urged|announced|added|stated|noted|explained|stressed|condemned|condemns)");

    private static final int FAR = 14;
    private static final int OTHER_CLAUSE = 5;
    private static final int OTHER_ACT = 3 * FAR;
    private static final int PREPOSITION_REACH = 6;
    private static final int TAKEN_REACH = 8;

    /** Words that make the place behind them the seat of somebody, a meeting's, a hospital's or a home, or tell whose they are. */
    private enum Seat {
        BODY,
        MEETING,
        TREATMENT,
        HOME,
        OWNER
    }

    private static final CueTable<Seat> SEATS = CueTable.of(
            KnowledgeTable.load(PlaceFit.class, "seat-words.tsv", "words", "seat"),
            row -> Seat.valueOf(row.required("seat")));

    private final Sentence sentence;
    private final Clauses clauses;

    PlaceFit(Sentence sentence) {
        this.sentence = sentence;
        this.clauses = Clauses.of(sentence);
    }

    /** How far a place is from being that of the act told by a token: the distance in tokens with a surcharge for loose attachment. */
    int cost(PlaceMention mention, int token) {
        if (describes(mention) || speaks(mention) || Bearings.isOfOther(sentence, mention)) {
            return UNFIT;
        }
        int at = preposition(mention);
        String preposition = at < 0 ? "" : sentence.tokens().get(at).lower();
        if (comesFrom(mention, at, preposition) || isSeat(mention, at, token) || belongsTo(mention, preposition)) {
            return UNFIT;
        }
        boolean locative =
                LOCATIVE.contains(preposition) || mention.from() == token + 1 || isDistance(mention, preposition);
        int distance = Math.abs(mention.from() - token) + OTHER_CLAUSE * clauses.between(mention.from(), token);
        int loose = locative && !isOuter(mention) ? 0 : FAR;
        int aside = Aftermath.leads(sentence, clauses, mention, token) ? 2 * FAR : 0;
        int shifted = Shifts.between(sentence, token, mention.from()) ? OTHER_ACT : 0;
        return distance + loose + aside + shifted + coarse(mention.place()) + surface(mention);
    }

    /** "in Butalin, Sagaing": whether a name only tells where the place written before it lies, which is on no map. */
    private boolean isOuter(PlaceMention mention) {
        return lower(mention.from() - 1).equals(",")
                && !lower(mention.to()).equals("and")
                && sentence.mentions(PlaceMention.class)
                        .filter(inner -> inner.to() == mention.from() - 1)
                        .filter(inner -> inner.place().getLat() == null && inner.within() == null)
                        .map(inner -> inner.place().getAdmin1())
                        .anyMatch(division -> division != null
                                && division.equals(mention.place().getAdmin1()));
    }

    /** Whether a country is where something goes on as a whole: "in Colombia". */
    boolean isInside(PlaceMention mention) {
        int at = preposition(mention);
        return at >= 0 && INSIDE.contains(sentence.tokens().get(at).lower());
    }

    /** Whether something is sent at the place: "fired rockets at Israel", "towards the capital". */
    boolean isAimed(PlaceMention mention) {
        int at = preposition(mention);
        return at >= 0 && AIMS.contains(sentence.tokens().get(at).lower());
    }

    /** Whether the place is only what somebody's office is for: "the governor of the Kursk region". */
    boolean isOfOffice(PlaceMention mention) {
        int at = preposition(mention);
        boolean inside = sentence.mentions(OfficeMention.class)
                .anyMatch(office -> office.from() < mention.from() && office.to() >= mention.to());
        return inside
                || at > 0
                        && lower(at).equals("of")
                        && (isBodyEndingAt(at) || seatEndingAt(at) == Seat.BODY)
                        && !isPlaceOfAct(at);
    }

    /** "the village near Kupiansk": whether the name only gives a bearing of a place told before. */
    boolean isBearing(PlaceMention mention) {
        int from = mention.from();
        return from > 2
                && BESIDE.contains(lower(from - 1))
                && TOWN_NOUNS.contains(lower(from - 2))
                && DEFINITE.contains(lower(from - 3));
    }

    /** Whether the name stands behind a word of origin or direction; a distance from a town and a road from it lie near it. */
    private boolean comesFrom(PlaceMention mention, int at, String preposition) {
        if (at < 0 || isDistance(mention, preposition)) {
            return false;
        }
        if (ORIGIN.contains(preposition)) {
            return !(preposition.equals("from") && ROADS.contains(lower(at - 1)))
                    && !(preposition.equals("to")
                            && ROADS.contains(lower(at - 1))
                            && mention.relation() == PlaceMention.Relation.NEAR);
        }
        if (preposition.startsWith("toward") && ROADS.contains(lower(at - 1))) {
            return true;
        }
        boolean direction =
                lower(at - 1).startsWith("direction") || lower(at - 1).equals("territory");
        return preposition.equals("of") && direction && hasFrom(at);
    }

    private boolean hasFrom(int at) {
        return sentence.tokens().subList(Math.max(0, at - 4), at).stream()
                .anyMatch(token -> token.lower().equals("from"));
    }

    private static boolean isDistance(PlaceMention mention, String preposition) {
        return preposition.equals("from") && mention.relation() == PlaceMention.Relation.NEAR;
    }

    /** Whether the place is where somebody sits, meets, is treated or lives: "the ministry in Bangkok", "told reporters in Geneva". */
    private boolean isSeat(PlaceMention mention, int at, int token) {
        String next = lower(mention.to());
        if (CARE.contains(next) && mention.surface() == PlaceMention.Surface.ADJECTIVE && isTaken(mention.from())) {
            return true;
        }
        boolean of = at > 0 && lower(at).equals("of");
        if (of && isOfAged(at)) {
            return true;
        }
        if (at <= 0 || !of && !lower(at).equals("in") && !lower(at).equals("at")) {
            return false;
        }
        if (CARE.contains(lower(at - 1))) {
            return isTaken(at - 1);
        }
        Seat seat = token == at - 1 || isPlaceOfAct(at) ? null : seatEndingAt(at);
        if (of) {
            boolean owner = seat == Seat.BODY || seat == Seat.OWNER;
            return owner && mention.place().getPrecision() == PlacePrecision.COUNTRY;
        }
        return seat != null && seat != Seat.OWNER || isBodyEndingAt(at) && !isPlaceOfAct(at);
    }

    /** "the sergeant, 42, of Springfield": whether "of" behind an age tells where somebody comes from. */
    private boolean isOfAged(int of) {
        int end = lower(of - 1).equals(",") ? of - 1 : of;
        return sentence.mentions(CountMention.class)
                .anyMatch(count -> count.role() == CountRole.AGE && count.to() == end);
    }

    /** Whether the body before the preposition is itself where something is done: "a bombing at his ministry in Kabul", "hit the headquarters". */
    private boolean isPlaceOfAct(int end) {
        int start = end;
        while (start > 0 && (BODY_PHRASE.contains(tag(start - 1)) || isNamed(start - 1))) {
            start--;
        }
        if (start == 0 || start == end) {
            return false;
        }
        String before = lower(start - 1);
        String tag = tag(start - 1);
        boolean act = ACTING.contains(tag) && SEATS.at(sentence, start - 1) == null;
        boolean aim = tag.equals("TO") && !lower(start - 2).equals("according");
        return act || aim || tag.equals("IN") && LOCATIVE.contains(before) && !before.equals("of");
    }

    private boolean isNamed(int token) {
        return sentence.mentions(PersonMention.class).anyMatch(person -> person.from() <= token && token < person.to());
    }

    private @Nullable Seat seatEndingAt(int end) {
        for (int from = Math.max(0, end - 3); from < end; from++) {
            CueTable.Cue<Seat> cue = SEATS.at(sentence, from);
            if (cue != null && cue.to() == end) {
                return cue.meaning();
            }
        }
        return null;
    }

    /** Whether a person, an office or a civil body ends right before the preposition. */
    private boolean isBodyEndingAt(int end) {
        if (sentence.mentions(PlaceMention.class).anyMatch(place -> place.to() == end)) {
            return false;
        }
        return sentence.mentions().stream()
                .filter(mention -> mention.to() == end)
                .anyMatch(mention -> mention instanceof OfficeMention
                        || mention instanceof PersonMention
                        || mention instanceof ActorMention actor && !actor.demonym() && isCivil(actor.kind()));
    }

    private static boolean isCivil(ActorKind kind) {
        return kind != ActorKind.MILITARY && kind != ActorKind.ARMED_GROUP;
    }

    private boolean isTaken(int end) {
        return sentence.tokens().subList(Math.max(0, end - TAKEN_REACH), end).stream()
                .anyMatch(token -> token.tag().startsWith("VB") && TAKEN.contains(token.lemma()));
    }

    /** Whether a country's name only tells whose the thing behind it is ("a US destroyer") or stands between two. */
    private boolean belongsTo(PlaceMention mention, String preposition) {
        return mention.place().getPrecision() == PlacePrecision.COUNTRY
                && (tag(mention.to()).startsWith("NN")
                        || preposition.equals("between")
                        || preposition.equals("against"));
    }

    private int surface(PlaceMention mention) {
        return switch (mention.surface()) {
            case NAME ->
                (mention.relation() == PlaceMention.Relation.NEAR ? 2 : 0)
                        + (Sections.isInHead(sentence, mention.to()) ? FAR : 0);
            case ADJECTIVE -> FAR;
            case DATELINE -> 2 * FAR;
        };
    }

    private static int coarse(Place place) {
        return switch (place.getPrecision()) {
            case SITE, TOWN -> 0;
            case AREA -> 4;
            case ADMIN1 -> FAR;
            case COUNTRY, UNKNOWN -> 3 * FAR;
        };
    }

    /** Whether the name only describes somebody: "Moscow-backed", "Beirut-based". */
    private boolean describes(PlaceMention mention) {
        return lower(mention.to()).startsWith("-")
                || BACKED.matcher(sentence.tokens().get(mention.to() - 1).lower())
                        .matches();
    }

    /** Whether the name stands for a government that speaks or acts: a name without preposition before a verb. */
    private boolean speaks(PlaceMention mention) {
        boolean state = mention.place().getPrecision() == PlacePrecision.COUNTRY;
        int at = preposition(mention);
        int verb = mention.to();
        while (tag(verb).equals("RB")) {
            verb++;
        }
        return mention.surface() == PlaceMention.Surface.NAME
                && (state
                        || isGovernment(mention)
                        || SAYS.matcher(tag(verb) + lower(verb)).matches())
                && (at < 0
                        || state && at < mention.from() - 2
                        || lower(mention.from() - 1).equals(","))
                && tag(verb).startsWith("VB")
                && !tag(verb).equals("VBG")
                && !isSuffering(verb);
    }

    /** Whether the name is that of a capital, which stands for its government. */
    private boolean isGovernment(PlaceMention mention) {
        return sentence.mentions(ActorMention.class)
                .anyMatch(actor -> actor.from() < mention.to() && actor.to() > mention.from());
    }

    /** Whether the verb is passive, so that the town before it is what was hit: "Kupiansk was shelled". */
    private boolean isSuffering(int verb) {
        return sentence.tokens().get(verb).lemma().equals("be")
                        && (tag(verb + 1).equals("VBN") || tag(verb + 2).equals("VBN"))
                || sentence.tokens().get(verb).lemma().equals("come")
                        && lower(verb + 1).equals("under");
    }

    /** Index of the preposition that the name hangs on; -1 where it hangs on none. */
    private int preposition(PlaceMention mention) {
        Optional<PlaceMention> listed = listedBefore(mention);
        if (listed.isPresent()) {
            return preposition(listed.get());
        }
        List<Token> tokens = sentence.tokens();
        int inner = -1;
        for (int i = mention.from() - 1; i >= 0 && i >= mention.from() - PREPOSITION_REACH; i--) {
            Token token = tokens.get(i);
            if (token.lower().equals("that")) {
                return inner;
            }
            if (token.tag().equals("IN") || token.tag().equals("TO")) {
                if (!token.lower().equals("of") || !isPlaceNoun(i - 1)) {
                    return i;
                }
                inner = i;
            } else if (!NOUN_OR_MODIFIER.contains(token.tag()) && !isListLink(token, i)) {
                return inner;
            }
        }
        return inner;
    }

    /** "from the directions of Kursk, Oryol, Millerovo": the place listed right before another; empty where none is. */
    private Optional<PlaceMention> listedBefore(PlaceMention mention) {
        int link = mention.from() - 1;
        if (lower(link).equals("and") && lower(link - 1).equals(",")) {
            link--;
        }
        int end = link;
        return sentence.mentions(PlaceMention.class)
                .filter(place ->
                        place.to() == end && isListLink(sentence.tokens().get(end), end))
                .findFirst();
    }

    /** "in the village of X" hangs on "in". */
    private boolean isPlaceNoun(int at) {
        return PLACE_NOUNS.contains(lower(at));
    }

    /** "from Kursk, Oryol and Millerovo": the list hangs on its first preposition. */
    private boolean isListLink(Token token, int at) {
        boolean link = token.lower().equals(",") || token.lower().equals("and");
        if (token.text().equals(":") && lower(at - 1).startsWith("direction")) {
            return true;
        }
        if (token.tag().equals("CC") && sentence.mentions(ActorMention.class).anyMatch(actor -> actor.to() == at)) {
            return true;
        }
        boolean dash = token.text().equals("-") || token.text().equals("--");
        return (link || dash && isCountryAt(at + 1))
                && sentence.mentions(PlaceMention.class).anyMatch(place -> place.to() == at)
                && sentence.mentions(PlaceMention.class).anyMatch(place -> place.from() == at + 1);
    }

    /** "Kursk, Oryol - Russian Federation": whether the name of a country begins at a token. */
    private boolean isCountryAt(int token) {
        return sentence.mentions(PlaceMention.class)
                .anyMatch(place -> place.from() == token && place.place().getPrecision() == PlacePrecision.COUNTRY);
    }

    private String lower(int token) {
        return token < 0 || token >= sentence.tokens().size()
                ? ""
                : sentence.tokens().get(token).lower();
    }

    private String tag(int token) {
        return token < sentence.tokens().size() ? sentence.tokens().get(token).tag() : "";
    }
}
