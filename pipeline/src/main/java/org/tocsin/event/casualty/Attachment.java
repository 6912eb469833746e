package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable.Cue;
import org.tocsin.schema.Outcome;

/** Finds the people that a word for an outcome is said of, by the frame of the word. */
final class Attachment {
    private static final Pattern CAPTIVES = Pattern.compile("(?s).*\\b(hostage|prisoner|captive)s?");
    private static final Set<String> ONLY_AWAY = Set.of("from", "out");
    private static final Set<String> ATTRIBUTE = Tags.like("JJ|VBN|VBD");
    private static final Set<String> DETERMINER = Tags.like("DT|CD|PRP\\$");
    private static final Pattern OF_THE = Pattern.compile("(?s).+ of (the|these|those) .+");
    private static final Set<String> OBJECT_TAGS = Tags.like("CD|DT|JJ.?|NN.*|RB|PRP.*|IN");
    private static final Set<String> REFLEXIVE = Set.of("himself", "herself", "itself", "themself", "themselves");
    private static final Set<String> VERB_GROUP = Tags.like("RB.?|VB.?|CC");

    /** What follows where "fell" tells a death. */
    private static final Set<String> FALL_ENDS =
            Set.of(".", ",", ";", "in", "during", "while", "when", "and", "at", "near", "on", "alongside", "since");

    /** Verbs that kill where "to death" stands behind their object. */
    private static final Set<String> VIOLENCE = Set.of(
            "hack",
            "stab",
            "beat",
            "burn",
            "stone",
            "crush",
            "trample",
            "club",
            "bludgeon",
            "starve",
            "shoot",
            "choke",
            "torture",
            "knife",
            "batter",
            "freeze",
            "kick",
            "lynch",
            "roast",
            "scald",
            "slash",
            "strangle",
            "whip",
            "bayonet",
            "machete");

    private static final Set<String> GAPPED = Set.of("and", ",", ";", "or");
    private static final Set<String> FALLEN = Set.of("soldiers", "fighters", "police");
    private static final int OBJECT_REACH = 6;
    private static final int SUBJECT_REACH = 14;
    private static final int SHORT_CLAUSE = 9;

    /** Tokens behind somebody within which "who" stands, past an age: "a boy of 15 who". */
    private static final int AGE_WORDS = 4;

    private static final int ATTRIBUTE_REACH = 3;
    private static final int FEW = 10;
    private static final Set<String> DRIVING =
            Set.of("force", "drive", "expel", "evict", "push", "uproot", "flee", "chase", "displace");

    private final Sentence sentence;
    private final Clauses clauses;
    private final PeopleRuns runs;

    Attachment(Sentence sentence, Clauses clauses, PeopleRuns runs) {
        this.sentence = sentence;
        this.clauses = clauses;
        this.runs = runs;
    }

    /** The people that belong to a cue; none where it tells of nobody. */
    List<People.Group> of(Cue<OutcomeCue> cue) {
        List<People.Group> run = inFrame(cue);
        return isBeatenAfter(cue, run) || isReflexiveState(cue) ? List.of() : run;
    }

    /** "burned six people to death": the words behind the people tell more. */
    private boolean isBeatenAfter(Cue<OutcomeCue> cue, List<People.Group> run) {
        return !run.isEmpty()
                && cue.meaning().frame() == OutcomeCue.Frame.TRANSITIVE
                && runs.cues().stream()
                        .filter(other -> other.meaning().frame() == OutcomeCue.Frame.BEATEN)
                        .anyMatch(
                                other -> other.from() == run.get(run.size() - 1).to());
    }

    /** "a civilian hurt himself": taggers take the verb for a noun. */
    private boolean isReflexiveState(Cue<OutcomeCue> cue) {
        return cue.meaning().frame() == OutcomeCue.Frame.STATE
                && cue.to() < sentence.tokens().size()
                && REFLEXIVE.contains(sentence.tokens().get(cue.to()).lower());
    }

    private List<People.Group> inFrame(Cue<OutcomeCue> cue) {
        return switch (cue.meaning().frame()) {
            case NOUN -> countedOrListed(cue);
            case CASUALTIES -> counting(cue);
            case STATE -> rightBefore(cue);
            case OF -> runs.from(cue.to(), 3);
            case INTRANSITIVE -> subject(cue);
            case BEATEN -> beaten(cue);
            case FALLING -> fallen(cue);
            case TRANSITIVE -> transitive(cue);
            case TRANSITIVE_PERSONS -> persons(transitive(cue));
            case LOSS -> persons(runs.from(cue.to(), OBJECT_REACH));
            case CAPTIVES ->
                runs.from(cue.to(), OBJECT_REACH).stream()
                        .filter(group -> CAPTIVES.matcher(group.text()).matches())
                        .toList();
            case TOLL, AGAIN -> List.of();
        };
    }

    /** "two others who fled", "soldiers crossed the border", "fetched staff from their homes": nobody is displaced. */
    boolean isNoFlight(Cue<OutcomeCue> cue, List<People.Group> run) {
        Outcome outcome = cue.meaning().outcome();
        if (outcome != Outcome.DISPLACED) {
            return false;
        }
        String first = sentence.tokens().get(cue.from()).lower();
        boolean driven = !ONLY_AWAY.contains(first)
                || sentence.tokens().stream().anyMatch(token -> DRIVING.contains(token.lemma()));
        Integer best = run.get(0).count().value().getBest();
        boolean few = cue.meaning().frame() == OutcomeCue.Frame.INTRANSITIVE && best != null && best < FEW;
        boolean armed =
                run.stream().anyMatch(group -> "soldiers".equals(group.kind()) || "fighters".equals(group.kind()));
        return !driven || few || armed;
    }

    private static List<People.Group> persons(List<People.Group> run) {
        return run.stream().allMatch(People.Group::person) ? run : List.of();
    }

    /** "hacked 14 farmers to death", unlike "sentenced 14 men to death". */
    private List<People.Group> beaten(Cue<OutcomeCue> cue) {
        List<Token> clause = sentence.tokens().subList(clauses.from(cue.from()), cue.from());
        return clause.stream().anyMatch(token -> VIOLENCE.contains(token.lemma())) ? rightBefore(cue) : List.of();
    }

    private List<People.Group> fallen(Cue<OutcomeCue> cue) {
        boolean state = sentence.tokens().get(cue.from()).lower().equals("fallen")
                && runs.free().stream().anyMatch(group -> group.to() == cue.from());
        if (state) {
            return counting(cue);
        }
        return isFall(cue) ? armed(subject(cue)) : List.of();
    }

    /** "twelve fell in the battle": a fall that goes nowhere, unlike "fell back" and "fell into a trap". */
    private boolean isFall(Cue<OutcomeCue> cue) {
        List<Token> tokens = sentence.tokens();
        return Tags.PAST.contains(tokens.get(cue.from()).tag())
                && (cue.to() >= tokens.size()
                        || FALL_ENDS.contains(tokens.get(cue.to()).lower()));
    }

    private static List<People.Group> armed(List<People.Group> run) {
        return run.stream()
                .filter(group -> FALLEN.contains(String.valueOf(group.kind())))
                .toList();
    }

    /** "nine deaths": the number whose head the noun is. */
    private List<People.Group> counting(Cue<OutcomeCue> cue) {
        return runs.free().stream()
                .filter(group -> !isPartOfTheHurt(group)
                        && group.from() < cue.from()
                        && (group.to() > cue.from() || group.to() == cue.from() && !(group.person() && actsOn(cue)))
                        && group.to() <= cue.to() + (isAttribute(cue) ? ATTRIBUTE_REACH : 0))
                .reduce((one, other) -> other)
                .stream()
                .toList();
    }

    /** "the dead were a man and a woman", "the wounded are eight". */
    private boolean isListHead(Cue<OutcomeCue> cue) {
        return cue.to() < sentence.tokens().size()
                && sentence.tokens().get(cue.to()).lemma().equals("be");
    }

    private List<People.Group> countedOrListed(Cue<OutcomeCue> cue) {
        List<People.Group> counted = counting(cue);
        boolean people =
                cue.from() > 0 && sentence.tokens().get(cue.from() - 1).lower().equals("the") && isListHead(cue);
        return counted.isEmpty() && people ? runs.from(cue.to() + 1, 2) : counted;
    }

    /** "63 wounded people": a participle or adjective before the noun. */
    private boolean isAttribute(Cue<OutcomeCue> cue) {
        boolean hurt =
                cue.meaning().outcome() == Outcome.KILLED || cue.meaning().outcome() == Outcome.INJURED;
        return hurt
                && cue.length() == 1
                && ATTRIBUTE.contains(sentence.tokens().get(cue.from()).tag());
    }

    /** "a captured conscript", "two kidnapped soldiers": the word only describes the noun behind it. */
    private boolean isInPhrase(Cue<OutcomeCue> cue) {
        List<Token> tokens = sentence.tokens();
        return cue.from() > 0
                && cue.to() < tokens.size()
                && Tags.DESCRIBING.contains(tokens.get(cue.from()).tag())
                && DETERMINER.contains(tokens.get(cue.from() - 1).tag())
                && tokens.get(cue.to()).tag().startsWith("NN");
    }

    /** "fourteen of the injured" are some of those counted before. */
    private boolean isPartOfTheHurt(People.Group group) {
        return group.partOf() && OF_THE.matcher(group.text()).matches();
    }

    /** "A bomber killed five": a past tense with its object right behind. */
    private boolean actsOn(Cue<OutcomeCue> cue) {
        return sentence.tokens().get(cue.from()).tag().equals("VBD")
                && cue.to() < sentence.tokens().size()
                && OBJECT_TAGS.contains(sentence.tokens().get(cue.to()).tag())
                && !runs.from(cue.to(), OBJECT_REACH).isEmpty();
    }

    /** "nine people dead", "11 were injured": the people that end at most a few words before. */
    private List<People.Group> rightBefore(Cue<OutcomeCue> cue) {
        List<People.Group> head = counting(cue);
        if (!head.isEmpty() && head.get(0).person() && head.get(0).to() == cue.from()) {
            // "left three soldiers and two rebels dead"
            List<People.Group> list = runs.before(cue.from(), 0);
            return list.containsAll(head) && list.stream().allMatch(People.Group::person) ? list : head;
        }
        if (!head.isEmpty() || isInPhrase(cue) || runs.isTakenUpTo(cue.from())) {
            return head;
        }
        boolean predicate = sentence.tokens().subList(Math.max(0, cue.from() - 5), cue.from()).stream()
                .anyMatch(token -> token.lemma().equals("be"));
        List<People.Group> before = predicate ? subject(cue) : runs.before(cue.from(), 5);
        if (!before.isEmpty()) {
            return before;
        }
        if (isListHead(cue)) {
            return runs.from(cue.to() + 1, 2);
        }
        // "killed six and injured 14": taggers take the second verb for an adjective
        return runs.from(cue.to(), 1).stream().filter(People.Group::stated).toList();
    }

    /** The subject in the clause of the verb; where a clause was put in between, the people before it. */
    private List<People.Group> subject(Cue<OutcomeCue> cue) {
        List<People.Group> near = runs.before(cue.from(), SUBJECT_REACH);
        if (!near.isEmpty()) {
            return near;
        }
        boolean shortClause = cue.from() - clauses.from(cue.from()) <= SHORT_CLAUSE;
        return runs.free().stream()
                .filter(group -> !group.partOf() && group.to() <= cue.from())
                .filter(group -> shortClause && group.stated() || isExplained(group))
                .filter(group -> !runs.cueBetween(group.to(), cue.from()))
                .filter(group -> TollTimes.of(sentence, clauses, group.from()) != TollFigure.Time.EARLIER)
                .limit(1)
                .toList();
    }

    /** "A boy of 15 who was hit by a rocket died": somebody new whom a clause behind "who" tells more of. */
    private boolean isExplained(People.Group group) {
        List<Token> tokens = sentence.tokens();
        return !group.definite()
                && tokens.subList(group.to(), Math.min(tokens.size(), group.to() + AGE_WORDS)).stream()
                        .anyMatch(token -> token.lower().equals("who"));
    }

    private List<People.Group> transitive(Cue<OutcomeCue> cue) {
        List<People.Group> head = counting(cue);
        boolean reflexive = cue.to() < sentence.tokens().size()
                && REFLEXIVE.contains(sentence.tokens().get(cue.to()).lower());
        if (reflexive
                && sentence.tokens()
                        .get(Math.min(cue.to() + 1, sentence.tokens().size() - 1))
                        .lower()
                        .equals("and")) {
            // "killed himself and two guards"
            return runs.from(cue.to() + 2, 1);
        }
        if (!head.isEmpty() || reflexive || isInPhrase(cue) || runs.isTakenUpTo(cue.from())) {
            return head;
        }
        boolean captive = cue.meaning().outcome() == Outcome.CAPTURED;
        if (isPassive(cue) || isGapped(cue)) {
            return subject(cue).stream()
                    .filter(group -> !captive || group.person() || followsTolls(group))
                    .toList();
        }
        // "Blast kills 3, wounds 11": taggers take the verbs of headlines for plurals
        boolean noun = sentence.tokens().get(cue.from()).tag().startsWith("NN");
        List<People.Group> object = runs.from(cue.to(), noun ? 0 : OBJECT_REACH).stream()
                .filter(group -> !captive || group.person())
                .toList();
        if (!object.isEmpty()) {
            return object;
        }
        String tag = sentence.tokens().get(cue.from()).tag();
        return runs.before(cue.from(), Tags.PAST.contains(tag) ? 3 : -1).stream()
                .filter(group -> tag.equals("VBN") || group.stated())
                .toList();
    }

    /** "three were killed, six wounded and two captured": a number behind figures of the dead and hurt counts people too. */
    private boolean followsTolls(People.Group group) {
        return group.stated()
                && runs.cues().stream()
                        .anyMatch(before -> before.to() <= group.from()
                                && (before.meaning().outcome() == Outcome.KILLED
                                        || before.meaning().outcome() == Outcome.INJURED)
                                && clauses.between(before.from(), group.from()) <= 1);
    }

    /** "a policeman was killed and a civilian hurt": a participle that shares the auxiliary of the passive before it. */
    private boolean isGapped(Cue<OutcomeCue> cue) {
        return Tags.PAST.contains(sentence.tokens().get(cue.from()).tag())
                && runs.from(cue.to(), 1).isEmpty()
                && runs.free().stream()
                        .filter(group -> group.from() > 0 && endsAt(group, cue.from()))
                        .anyMatch(group -> GAPPED.contains(
                                        sentence.tokens().get(group.from() - 1).lower())
                                && runs.cues().stream()
                                        .anyMatch(before -> before.to() < group.from() && isPassive(before)));
    }

    /** Whether people stand right before a verb, or only what is put in between commas about some of them: "ten, two of them nurses, hurt". */
    private boolean endsAt(People.Group group, int verb) {
        List<Token> tokens = sentence.tokens();
        boolean putIn = verb - group.to() > 2
                && tokens.get(group.to()).text().equals(",")
                && tokens.get(verb - 1).text().equals(",")
                && tokens.subList(group.to(), verb).stream().noneMatch(token -> Tags.TENSED.contains(token.tag()));
        return group.to() == verb || putIn && !group.partOf();
    }

    private boolean isPassive(Cue<OutcomeCue> cue) {
        // "were fatally shot": the words may begin with an adverb
        boolean past = sentence.tokens().subList(cue.from(), cue.to()).stream()
                .dropWhile(token -> token.tag().equals("RB"))
                .limit(1)
                .anyMatch(token -> Tags.PAST.contains(token.tag()));
        if (!past) {
            return false;
        }
        for (int i = cue.from() - 1; i >= Math.max(0, cue.from() - 4); i--) {
            Token token = sentence.tokens().get(i);
            if (token.lemma().equals("be") || token.lemma().equals("get")) {
                return true;
            }
            if (!VERB_GROUP.contains(token.tag())) {
                return false;
            }
        }
        return false;
    }
}
