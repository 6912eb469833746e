package org.tocsin.event.strike;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Agents;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.KnownGroups;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Finds who attacked, as the form of the words that name the attack tells, and who is blamed for it or claims it. */
final class Attackers {
    private static final Set<String> RELATIVE = Set.of("who", "which", "that");
    private static final Pattern DESIGNATION = Pattern.compile("[A-Z][A-Z0-9-]+");

    private static final CueTable<Side> BLAME = CueTable.of(
            KnowledgeTable.load(Attackers.class, "blame-cues.tsv", "words", "side"),
            row -> Optional.ofNullable(row.constant("side", Side.class)).orElseThrow(() -> row.error("side is empty")));
    private static final int CLAIM_REACH = 14;
    private static final int BLAME_REACH = 5;
    private static final int FAR_BLAME_REACH = 9;
    private static final Set<String> GROUP_NOUNS = Set.of(
            "front", "faction", "cartel", "gang", "militia", "brigade", "brigades", "movement", "column", "group");

    /** Verbs whose subject delivers the attack that their object names ("launched an attack"). */
    private static final CueTable<Boolean> DELIVERY =
            CueTable.of(KnowledgeTable.load(Attackers.class, "delivery-verbs.tsv", "words"), row -> true);

    /** Nouns that make a state in front of them a place. */
    private static final Set<String> GROUND = Set.of("territory", "soil", "side", "land", "territories", "border");

    /** Words that open a circumstance behind a verb, not its object. */
    private static final Set<String> CIRCUMSTANCE =
            Set.of("in", "at", "by", "near", "during", "after", "on", "outside", "inside", "while");

    private static final Set<String> BOUNDS = Set.of("least", "most");
    private static final Set<String> KILLING =
            Set.of("kill", "wound", "injure", "eliminate", "neutralise", "neutralize");
    private static final Set<String> OBJECT = Tags.like("CD|DT|NN.*|PRP\\$|JJ.?");
    private static final Set<String> TOLD_TENSE = Tags.like("VBD|VBZ|VBP");
    private static final Set<String> MILITARY = Set.of("military", "government", "army", "junta", "regime");
    private static final int WEAPON_WORDS = 3;
    private static final int BY_REACH = 8;
    private static final int PRONOUN_REACH = 4;
    private static final Set<String> WEAPONS = Set.of(
            "jet", "warplane", "aircraft", "plane", "bomber", "helicopter", "drone", "missile", "rocket", "shell");
    private static final Set<String> NAMING = Tags.like("NN.*|JJ|VBN|POS");
    private static final Set<String> NOBODY = Set.of("no", "nobody", "none", "neither", "not", "nor", "n't");

    private final Document document;
    private final Agents agents;
    private final KnownGroups groups;

    private enum Side {
        /** Who claims the attack stands before the words ("X claimed responsibility"). */
        BEFORE,
        /** Who is blamed stands behind the words ("blamed X"). */
        BEHIND
    }

    Attackers(Document document) {
        this.document = document;
        this.agents = new Agents(document);
        this.groups = new KnownGroups(document);
    }

    /** The attacker of the attack that the tokens from (inclusive) to to (exclusive) name; null where the sentence names none. */
    @Nullable
    Anchored<Actor> of(Sentence sentence, Clauses clauses, StrikeTrigger trigger, int from, int to) {
        boolean active = trigger.form() == StrikeTrigger.Form.VERB && !isSuffered(sentence, from, to);
        Anchored<Actor> best = switch (trigger.form()) {
            case VERB -> null;
            case NOUN, WEAPON_VERB -> fits(agents.inFrontOf(sentence, from));
            case SUFFERED -> fits(source(sentence, clauses, to));
        };
        if (best == null && !active) {
            best = fits(agents.byPhrase(sentence, clauses, Math.min(to, from + 1)));
        }
        if (best == null && trigger.form() == StrikeTrigger.Form.NOUN) {
            best = fits(agents.ownerOf(sentence, from));
        }
        if (best == null && trigger.form() == StrikeTrigger.Form.NOUN) {
            best = ofMilitary(sentence, from);
        }
        if (best == null && trigger.form() == StrikeTrigger.Form.WEAPON_VERB) {
            best = armed(agents.subject(sentence, clauses, from));
            best = best != null && isBetween(sentence, best, from) ? null : best;
        }
        int verb = best == null ? verb(sentence, clauses, trigger, from) : -1;
        return groups.known(sentence, verb < 0 ? best : subject(sentence, clauses, verb));
    }

    /** "Military airstrikes", "government shelling": an army that only the text around can tell the state of. */
    private @Nullable Anchored<Actor> ofMilitary(Sentence sentence, int noun) {
        if (noun == 0 || !MILITARY.contains(sentence.tokens().get(noun - 1).lower())) {
            return null;
        }
        String words = document.text(sentence.startOf(noun - 1), sentence.endOf(noun));
        return Anchored.at(sentence, noun - 1, noun, new Actor(words, words, null, null, null, ActorKind.MILITARY));
    }

    /** "the spokesman said the missile fell": whether a weapon stands between the one named and the verb. */
    private static boolean isBetween(Sentence sentence, Anchored<Actor> actor, int verb) {
        return sentence.mentions(WeaponMention.class)
                .anyMatch(weapon -> weapon.to() <= verb && sentence.startOf(weapon.from()) >= actor.end());
    }

    /** "came under Israeli fire", "came under fire from the RSF": who stands before the noun or behind "from"; null where a place or nobody does. */
    private @Nullable Anchored<Actor> source(Sentence sentence, Clauses clauses, int to) {
        Anchored<Actor> before = agents.inPhrase(sentence, to);
        if (before != null) {
            return before;
        }
        int end = Math.min(clauses.to(to - 1), to + BLAME_REACH);
        for (int i = to; i < end; i++) {
            if (sentence.tokens().get(i).lower().equals("from")) {
                Anchored<Actor> source = agents.inPhrase(sentence, i + 1);
                int behind = source == null ? end : tokenAt(sentence, source.end());
                boolean ground = behind < sentence.tokens().size()
                        && GROUND.contains(sentence.tokens().get(behind).lower());
                return ground ? null : source;
            }
        }
        return null;
    }

    /** "rebels exploded bombs": who explodes weapons are armed people. */
    private static @Nullable Anchored<Actor> armed(@Nullable Anchored<Actor> actor) {
        boolean armed = actor != null
                && (actor.value().getKind() == ActorKind.ARMED_GROUP
                        || actor.value().getKind() == ActorKind.MILITARY);
        return armed ? actor : null;
    }

    private @Nullable Anchored<Actor> subject(Sentence sentence, Clauses clauses, int verb) {
        int attack = AttackSubjects.of(sentence, clauses, verb);
        if (attack >= 0) {
            Anchored<Actor> owner = fits(agents.inFrontOf(sentence, attack));
            return owner != null ? owner : fits(agents.byPhrase(sentence, clauses, attack + 1));
        }
        int weapon = AttackSubjects.weapon(sentence, clauses, verb);
        if (weapon >= 0) {
            return ownerOfSubject(sentence, clauses, weapon);
        }
        int relative = relative(sentence, clauses, verb);
        if (relative >= 0) {
            return ofRelative(sentence, relative);
        }
        Anchored<Actor> subject = fits(agents.subject(sentence, clauses, verb));
        if (subject == null) {
            subject = ofRelative(sentence, clauses.from(verb));
        }
        int main = subject == null ? mainVerb(sentence, verb) : -1;
        if (main >= 0) {
            subject = fits(agents.subject(sentence, clauses, main));
        }
        boolean pronoun = sentence.tokens().subList(Math.max(clauses.from(verb), verb - PRONOUN_REACH), verb).stream()
                .anyMatch(token -> token.tag().equals("PRP"));
        return subject != null || !pronoun ? subject : fits(agents.antecedent(sentence, clauses, verb));
    }

    /** "Israel's jets", "its drones", "Russian aviation and artillery": whose the weapons are that are the subject of a verb. */
    private @Nullable Anchored<Actor> ownerOfSubject(Sentence sentence, Clauses clauses, int weapon) {
        Anchored<Actor> owner = ownerOf(sentence, weapon);
        if (owner == null) {
            owner = fits(agents.ownerOf(sentence, weapon));
        }
        int list = AttackSubjects.listStart(sentence, clauses, weapon);
        boolean listed = sentence.tokens().subList(list, weapon).stream()
                .anyMatch(token -> token.tag().equals("CC"));
        return owner == null && listed ? fits(agents.inPhrase(sentence, list)) : owner;
    }

    /** Index of a relative "that" or "which" right before a verb inside a clause, behind a noun; -1 where the verb has another subject. */
    private static int relative(Sentence sentence, Clauses clauses, int verb) {
        int at = VerbForms.groupStart(sentence, verb) - 1;
        boolean inside = at > clauses.from(verb) + 1
                && RELATIVE.contains(sentence.tokens().get(at).lower());
        return inside && !sentence.tokens().get(at - 1).tag().startsWith("VB") ? at : -1;
    }

    /** "the saboteurs who derailed a train": who stands right before the relative pronoun that opens a clause. */
    private @Nullable Anchored<Actor> ofRelative(Sentence sentence, int clause) {
        boolean relative = RELATIVE.contains(sentence.tokens().get(clause).lower());
        return relative ? fits(agents.lastBefore(sentence, clause, 1)) : null;
    }

    /** Whether the subject of a verb is hit: "was hit", "a ship hit off the coast by a missile", "soldier killed in ambush". */
    private static boolean isSuffered(Sentence sentence, int verb, int to) {
        boolean by = sentence.tokens().subList(to, Math.min(sentence.tokens().size(), to + BY_REACH)).stream()
                .anyMatch(token -> token.lower().equals("by"));
        return VerbForms.isPassive(sentence, verb)
                || by && sentence.tokens().get(verb).tag().equals("VBN")
                || isKilledOnly(sentence, verb, to);
    }

    /** "soldier killed in ambush": a past form of killing without an object, but "killed at least 40" has one. */
    private static boolean isKilledOnly(Sentence sentence, int verb, int to) {
        List<Token> tokens = sentence.tokens();
        boolean bound =
                to + 1 < tokens.size() && BOUNDS.contains(tokens.get(to + 1).lower());
        return to < tokens.size()
                && KILLING.contains(tokens.get(verb).lemma())
                && Tags.PAST.contains(tokens.get(verb).tag())
                && CIRCUMSTANCE.contains(tokens.get(to).lower())
                && !bound;
    }

    /** The finite verb that a participle shares its subject with ("walked into the town, setting houses on fire"); -1 where none. */
    private static int mainVerb(Sentence sentence, int verb) {
        if (!sentence.tokens().get(verb).tag().equals("VBG")) {
            return -1;
        }
        for (int i = verb - 1; i >= 0; i--) {
            if (Tags.TENSED.contains(sentence.tokens().get(i).tag()) && !VerbForms.isPassive(sentence, verb)) {
                return i;
            }
        }
        return -1;
    }

    /** Bodies of many states report attacks, they make none; their one alliance that does has forces of its own. */
    private static @Nullable Anchored<Actor> fits(@Nullable Anchored<Actor> actor) {
        boolean body = actor != null
                && actor.value().getKind() == ActorKind.IGO
                && !actor.value().getName().equals("NATO");
        return body ? null : actor;
    }

    private static int tokenAt(Sentence sentence, int offset) {
        return (int) sentence.tokens().stream()
                .filter(token -> token.end() <= offset)
                .count();
    }

    /** Whose the weapon at a token is: "a Russian glide bomb", "a drone of the Armed Forces"; null where the sentence does not tell. */
    @Nullable
    Anchored<Actor> ownerOf(Sentence sentence, int from) {
        Anchored<Actor> before = fits(agents.inFrontOf(sentence, from));
        int of = from;
        while (of < sentence.tokens().size()
                && of - from < WEAPON_WORDS
                && sentence.tokens().get(of).tag().startsWith("NN")) {
            of++;
        }
        boolean follows = of < sentence.tokens().size()
                && sentence.tokens().get(of).lower().equals("of");
        return before == null && follows ? agents.firstBehind(sentence, of + 1, WEAPON_WORDS) : before;
    }

    /** Whether somebody claims an attack in a sentence. */
    static boolean claims(Sentence sentence) {
        return BLAME.find(sentence).stream().anyMatch(cue -> cue.meaning() == Side.BEFORE);
    }

    /** Who is blamed for an attack or claims it in a sentence without telling the attack itself; null where nobody is. */
    @Nullable
    Anchored<Actor> blamed(Sentence sentence) {
        Clauses clauses = Clauses.of(sentence);
        for (CueTable.Cue<Side> cue : BLAME.find(sentence)) {
            boolean nobody = sentence.tokens().subList(clauses.from(cue.from()), cue.from()).stream()
                    .map(Token::lower)
                    .anyMatch(NOBODY::contains);
            Anchored<Actor> guilty = nobody ? null : fits(guilty(sentence, cue));
            if (guilty != null) {
                return groups.known(sentence, guilty);
            }
        }
        return ofWhoseWeapons(sentence);
    }

    /** "the jets were Pakistani": whose the weapons of an attack are said to be. */
    private @Nullable Anchored<Actor> ofWhoseWeapons(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        return sentence.mentions(ActorMention.class)
                .filter(ActorMention::demonym)
                .filter(state -> state.from() > 1
                        && tokens.get(state.from() - 1).lemma().equals("be")
                        && WEAPONS.contains(tokens.get(state.from() - 2).lemma()))
                .filter(state -> state.to() >= tokens.size()
                        || !NAMING.contains(tokens.get(state.to()).tag()))
                .findFirst()
                .map(state -> Actors.of(document, sentence, state))
                .orElse(null);
    }

    private @Nullable Anchored<Actor> guilty(Sentence sentence, CueTable.Cue<Side> cue) {
        if (cue.meaning() == Side.BEHIND) {
            Anchored<Actor> front = namedFront(sentence, cue.to());
            int reach = sentence.tokens().get(cue.from()).lemma().equals("accuse") ? BLAME_REACH : FAR_BLAME_REACH;
            return front != null ? front : agents.firstBehind(sentence, cue.to(), reach);
        }
        Anchored<Actor> named = agents.lastBefore(sentence, cue.from(), CLAIM_REACH);
        return named != null && !named.value().getText().equals("group") ? named : unlisted(sentence, cue.from());
    }

    /** "the Carlos Patino front": capitalised words before a noun of armed groups, behind words of blame. */
    private @Nullable Anchored<Actor> namedFront(Sentence sentence, int from) {
        int end = Math.min(sentence.tokens().size(), from + FAR_BLAME_REACH);
        for (int i = from + 1; i < end; i++) {
            if (!GROUP_NOUNS.contains(sentence.tokens().get(i).lower()) || !isProper(sentence, i - 1)) {
                continue;
            }
            int noun = i;
            int start = i;
            while (start > from && isProper(sentence, start - 1)) {
                start--;
            }
            boolean listed = sentence.mentions(ActorMention.class)
                    .anyMatch(mention -> mention.to() == noun || mention.to() == noun + 1);
            String words = document.text(sentence.startOf(start), sentence.endOf(i + 1));
            return listed
                    ? null
                    : Anchored.at(
                            sentence, start, i + 1, new Actor(words, words, null, null, null, ActorKind.ARMED_GROUP));
        }
        return null;
    }

    /** A group that no list knows: the capitalised words right before the words of claiming, that name neither person nor place. */
    private @Nullable Anchored<Actor> unlisted(Sentence sentence, int verb) {
        int end = verb;
        while (end > 0 && verb - end < WEAPON_WORDS && !isProper(sentence, end - 1)) {
            end--;
        }
        int start = end;
        while (start > 0 && isProper(sentence, start - 1)) {
            start--;
        }
        boolean name = start < end
                && sentence.mentions().stream()
                        .filter(mention -> mention.from() < sentence.tokens().size())
                        .noneMatch(mention -> isNoGroup(mention, start(sentence, verb), verb));
        if (!name || start == end) {
            return null;
        }
        String words = document.text(sentence.startOf(start), sentence.endOf(end));
        return Anchored.at(sentence, start, end, new Actor(words, words, null, null, null, ActorKind.ARMED_GROUP));
    }

    private static int start(Sentence sentence, int verb) {
        int start = verb;
        while (start > 0 && !sentence.tokens().get(start - 1).tag().startsWith("VB")) {
            start--;
        }
        return start;
    }

    private static boolean isNoGroup(Mention mention, int from, int to) {
        boolean inside = mention.from() < to && mention.to() > from;
        return inside
                && (mention instanceof Mention.PersonMention
                        || mention instanceof Mention.PlaceMention
                        || mention instanceof Mention.OfficeMention);
    }

    private static boolean isProper(Sentence sentence, int token) {
        Token word = sentence.tokens().get(token);
        boolean capital = Character.isUpperCase(word.text().charAt(0));
        return word.tag().startsWith("NNP")
                || capital && token > 0
                || DESIGNATION.matcher(word.text()).matches();
    }

    /** "troops killed two militants in a gun battle": the verb with an object whose phrase of circumstance the noun ends; -1 where none. */
    private static int killing(Sentence sentence, Clauses clauses, int noun) {
        for (int i = noun - 1; i > clauses.from(noun); i--) {
            Token token = sentence.tokens().get(i);
            if (token.tag().startsWith("VB")) {
                boolean object =
                        Tags.DESCRIBING.contains(sentence.tokens().get(i + 1).tag())
                                || OBJECT.contains(sentence.tokens().get(i + 1).tag());
                boolean told = TOLD_TENSE.contains(token.tag())
                        || token.tag().equals("VBN")
                                && sentence.tokens().get(i - 1).lemma().equals("have");
                return KILLING.contains(token.lemma()) && told && object && !VerbForms.isPassive(sentence, i) ? i : -1;
            }
        }
        return -1;
    }

    /** The verb whose subject attacks: the trigger itself, or the verb that delivers the attack a noun names; -1 where there is none. */
    private static int verb(Sentence sentence, Clauses clauses, StrikeTrigger trigger, int from) {
        return switch (trigger.form()) {
            case VERB -> isSuffered(sentence, from, from + 1) ? -1 : from;
            case NOUN ->
                DELIVERY.find(sentence).stream()
                        .filter(verb -> clauses.between(verb.from(), from) == 0 && verb.to() <= from)
                        .mapToInt(CueTable.Cue::from)
                        .max()
                        .orElseGet(() -> killing(sentence, clauses, from));
            case WEAPON_VERB, SUFFERED -> -1;
        };
    }
}
