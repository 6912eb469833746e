package org.tocsin.event.statement;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/** Finds whose act of speech a verb tells: its subject, the agents of a passive, a pronoun, or the subject of the verb before. */
final class Subjects {
    private static final Pattern QUOTE_ENDS = Pattern.compile("[,\"'?!]+|''");
    private static final Pattern CLAIMS =
            Pattern.compile("(?s)(claim|took|take|taking|assum).*(responsib|attack|credit|assault|strike).*");
    private static final Set<String> VERB_GROUP = Tags.like("RB|VBD|VBZ|VBP|MD");
    private static final Set<String> FINITE = Tags.like("VB[DZ]");
    private static final Set<String> CLAUSE_VERB = Tags.like("VB[DZP]|MD|RB|POS");
    private static final Set<String> CLAUSE_JOINS = Set.of("and", "but", "or");
    private static final Set<String> CLAUSE_MARKS = Set.of(",", "while");
    private static final Set<String> ANSWERING =
            Set.of("respond", "react", "reply", "answer", "retaliate", "begin", "open", "start", "close", "end");
    private static final int ANSWER = 6;
    private static final Set<String> CLAUSE_BREAKS =
            Set.of("and", "but", "while", ";", "whereas", "although", "though", "as");

    private static final Set<String> INVERTIBLE = Set.of(
            "say",
            "add",
            "write",
            "warn",
            "announce",
            "explain",
            "note",
            "argue",
            "reply",
            "insist",
            "state",
            "declare",
            "concede",
            "retort",
            "promise",
            "vow",
            "confirm",
            "stress",
            "thunder",
            "remark",
            "respond",
            "answer",
            "assert",
            "maintain",
            "acknowledge",
            "admit",
            "demand",
            "claim",
            "comment",
            "post");
    private static final Set<String> ISSUING =
            Set.of("issue", "release", "publish", "adopt", "send", "sign", "post", "make", "circulate", "deliver");
    private static final Set<String> ISSUED =
            Set.of("statement", "declaration", "resolution", "letter", "note", "communique", "communiqué", "message");
    private static final int NOTE = 3;
    private static final Set<String> CITING = Set.of("quote", "cite", "report");
    /** Words between "quoted" and "as saying". */
    private static final int QUOTED = 10;

    private final Document document;
    private final Memory memory;
    private final Quotations quotations;

    Subjects(Document document, Memory memory, Quotations quotations) {
        this.document = document;
        this.memory = memory;
        this.quotations = quotations;
    }

    /** The subject that the verb has of its own; null where it has none. */
    @Nullable
    Subject of(Sentence sentence, Speakers speakers, CueTable.Cue<StatementAct> cue) {
        Token verb = sentence.tokens().get(cue.from());
        if (isPassive(sentence, cue)) {
            return agents(speakers, cue);
        }
        if (verb.tag().equals("VBG") && !isProgressive(sentence, cue.from())) {
            Subject quoted = quoted(sentence, speakers, cue.from());
            return quoted != null ? quoted : issuer(sentence, speakers, cue.from());
        }
        if (isReduced(sentence, cue)) {
            return null;
        }
        int occasion = Occasions.before(sentence, cue.from());
        if (occasion >= 0) {
            Speaker speaking = speakers.inFrontOf(VerbForms.groupStart(sentence, occasion));
            return speaking == null
                    ? pronoun(sentence, speakers, occasion)
                    : new Subject(speaking.actor(), "speech-subject");
        }
        Speaker before = isTurned(sentence, speakers, cue) ? null : speakers.inFrontOf(cue.from());
        if (before == null) {
            before = speakers.ofRelativeClause(cue.from());
        }
        if (before != null) {
            return together(speakers.listEndingWith(before), "speech-subject");
        }
        Subject pronoun = pronoun(sentence, speakers, cue.from());
        if (pronoun != null) {
            return pronoun;
        }
        Subject claimant = claimant(sentence, cue);
        if (claimant != null) {
            return claimant;
        }
        Speaker behind = isInverted(sentence, cue) ? speakers.behind(cue.to()) : null;
        return behind == null ? null : together(speakers.listBeginningWith(behind), "speech-inversion");
    }

    private static boolean isInverted(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return INVERTIBLE.contains(sentence.tokens().get(cue.from()).lemma())
                && cue.from() > 0
                && !opensClause(sentence, cue.to())
                && QUOTE_ENDS
                        .matcher(sentence.tokens().get(cue.from() - 1).text())
                        .matches();
    }

    /** Whether a person follows a verb at once who is not the subject of what is said: "for hours, said X." */
    private static boolean isTurned(Sentence sentence, Speakers speakers, CueTable.Cue<StatementAct> cue) {
        Speaker behind = isInverted(sentence, cue) ? speakers.behind(cue.to()) : null;
        return behind != null
                && behind.person()
                && (behind.to() >= sentence.tokens().size()
                        || !CLAUSE_VERB.contains(
                                sentence.tokens().get(behind.to()).tag()));
    }

    /** Whether "that" follows a verb, so that what is said stands behind it and its subject before it. */
    private static boolean opensClause(Sentence sentence, int to) {
        return to < sentence.tokens().size()
                && sentence.tokens().get(to).lower().equals("that");
    }

    private static boolean isPassive(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        List<Token> tokens = sentence.tokens();
        boolean spelt = tokens.get(cue.from()).lemma().equals("be") && cue.length() > 1;
        if (!spelt) {
            return VerbForms.isPassive(sentence, cue.from());
        }
        return cue.meaning() == StatementAct.ANNOUNCE
                && tokens.get(cue.from() + 1).tag().equals("VBN");
    }

    /** Who resolves what a paragraph begins with, where the text has an issuer: "2. Demands that". */
    @Nullable
    Subject operative(Sentence sentence, int verb) {
        boolean opens = sentence.tokens().subList(0, verb).stream()
                .noneMatch(token -> Character.isLetter(token.text().charAt(0))
                        && !token.tag().startsWith("RB"));
        return memory.issuer == null || !opens
                ? null
                : new Subject(Anchored.at(sentence, verb, verb + 1, memory.issuer), "speech-operative");
    }

    /** Whether a participle only describes the noun before it: "the brigade, backed by tanks". */
    private static boolean isReduced(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        List<Token> tokens = sentence.tokens();
        return cue.to() < tokens.size()
                && !tokens.get(cue.from()).lemma().equals("be")
                && Tags.PAST.contains(tokens.get(cue.from()).tag())
                && tokens.get(cue.to()).lower().equals("by")
                && !tokens.get(cue.from()).lemma().equals("stand");
    }

    /** Whether "is", "are" or "have been" makes a verb in -ing a full one: "are demanding". */
    private static boolean isProgressive(Sentence sentence, int verb) {
        int at = verb - 1;
        while (at > 0 && sentence.tokens().get(at).tag().equals("RB")) {
            at--;
        }
        return at >= 0 && sentence.tokens().get(at).lemma().equals("be");
    }

    private static @Nullable Subject agents(Speakers speakers, CueTable.Cue<StatementAct> cue) {
        Speaker agent = speakers.agent(cue.to());
        if (agent == null) {
            return null;
        }
        List<Anchored<Actor>> all =
                speakers.listBeginningWith(agent).stream().map(Speaker::actor).toList();
        return new Subject(agent.actor(), all.subList(1, all.size()), "speech-passive");
    }

    /** Several who speak with one voice are one speaker, named by the first and written as all of them. */
    private Subject together(List<Speaker> list, String rule) {
        Anchored<Actor> first = list.get(0).actor();
        if (list.size() == 1) {
            return new Subject(first, rule);
        }
        int end = list.get(list.size() - 1).actor().end();
        Actor actor = first.value();
        Actor all = new Actor(
                actor.getName(),
                document.text(first.start(), end),
                actor.getRole(),
                actor.getOrganization(),
                actor.getCountry(),
                actor.getKind());
        List<Anchored<Actor>> others =
                list.subList(1, list.size()).stream().map(Speaker::actor).toList();
        return new Subject(new Anchored<>(all, first.start(), end), others, rule);
    }

    /** A group that no list knows, named in capital letters in front of a claim of responsibility, an insertion between them. */
    private @Nullable Subject claimant(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        List<Token> tokens = sentence.tokens();
        String words = document.text(sentence.startOf(cue.from()), sentence.endOf(cue.to()));
        if (cue.meaning() != StatementAct.ANNOUNCE || !CLAIMS.matcher(words).matches()) {
            return null;
        }
        int from = 0;
        while (from < cue.from() && !tokens.get(from).tag().startsWith("NNP")) {
            from++;
        }
        int to = from;
        while (to < cue.from() && tokens.get(to).tag().startsWith("NNP")) {
            to++;
        }
        boolean near = to == cue.from()
                || to < cue.from()
                        && tokens.get(to).text().equals(",")
                        && tokens.get(cue.from() - 1).text().equals(",");
        if (to == from || !near) {
            return null;
        }
        String name = document.text(sentence.startOf(from), sentence.endOf(to));
        Actor group = new Actor(name, name, null, null, null, ActorKind.ARMED_GROUP);
        return new Subject(Anchored.at(sentence, from, to, group), "speech-claim");
    }

    /** Whom somebody passes on: "The minister was quoted by state media as saying". */
    private static @Nullable Subject quoted(Sentence sentence, Speakers speakers, int verb) {
        List<Token> tokens = sentence.tokens();
        if (verb < 2 || !tokens.get(verb - 1).lower().equals("as")) {
            return null;
        }
        for (int i = verb - 2; i > Math.max(0, verb - QUOTED); i--) {
            if (CITING.contains(tokens.get(i).lemma()) && VerbForms.isPassive(sentence, i)) {
                Speaker before = speakers.inFrontOf(VerbForms.groupStart(sentence, i));
                return before == null ? null : new Subject(before.actor(), "speech-subject");
            }
        }
        return null;
    }

    /** Who put out the paper that speaks: "The council issued a statement condemning". */
    private @Nullable Subject issuer(Sentence sentence, Speakers speakers, int verb) {
        List<Token> tokens = sentence.tokens();
        int noun = SubjectGaps.beforeTimes(sentence, verb) - 1;
        if (noun < 1 || !ISSUED.contains(tokens.get(noun).lemma())) {
            return null;
        }
        for (int i = noun - 1; i >= Math.max(0, noun - NOTE); i--) {
            if (ISSUING.contains(tokens.get(i).lemma()) && tokens.get(i).tag().startsWith("VB")) {
                Speaker before = speakers.inFrontOf(i);
                return before == null
                        ? pronoun(sentence, speakers, i)
                        : together(speakers.listEndingWith(before), "speech-subject");
            }
        }
        return null;
    }

    private @Nullable Subject pronoun(Sentence sentence, Speakers speakers, int verb) {
        int at = verb - 1;
        while (at > 0 && VERB_GROUP.contains(sentence.tokens().get(at).tag())) {
            at--;
        }
        Actor first = at >= 0 && quotations.isInside(sentence, at) ? memory.firstPersonQuoted() : memory.firstPerson();
        if (first != null && speakers.isFirstPerson(at)) {
            return new Subject(Anchored.at(sentence, at, at + 1, first), "speech-first-person");
        }
        Anchored<Actor> antecedent = speakers.isPersonPronoun(at)
                ? memory.person
                : speakers.isBodyPronoun(at) && !memory.strangers ? memory.body : null;
        boolean strange =
                antecedent != null && antecedent.value().getKind() == ActorKind.ARMED_GROUP && memory.isRelease();
        return antecedent == null || strange
                ? null
                : new Subject(Anchored.at(sentence, at, at + 1, antecedent.value()), "speech-pronoun");
    }

    /** The subject of the verb before, where this one only continues it: "and accused", ", adding". */
    static @Nullable Subject continued(Speakers speakers, CueTable.Cue<StatementAct> cue, @Nullable Subject previous) {
        if (cue.from() == 0) {
            return null;
        }
        List<Token> tokens = speakers.sentence().tokens();
        int at = cue.from() - 1;
        while (at > 0 && tokens.get(at).tag().equals("RB")) {
            at--;
        }
        boolean joined = CLAUSE_JOINS.contains(tokens.get(at).lower());
        boolean participle = tokens.get(cue.from()).tag().equals("VBG")
                && (CLAUSE_MARKS.contains(tokens.get(at).text()) || isByAnswer(tokens, at));
        boolean row = tokens.get(at).text().equals(",")
                && at == cue.from() - 1
                && FINITE.contains(tokens.get(cue.from()).tag());
        if (previous != null) {
            return joined || participle || row ? new Subject(previous.actor(), "speech-continued") : null;
        }
        boolean reaction = participle
                && cue.meaning() != StatementAct.COMMENT
                && tokens.get(at).text().equals(",");
        Speaker subject = joined || reaction ? speakers.subjectOfPart(at) : null;
        return subject == null ? null : new Subject(subject.actor(), "speech-continued");
    }

    /** Whether "by" tells how the subject answered: "responded to the raid by accusing". */
    private static boolean isByAnswer(List<Token> tokens, int by) {
        return tokens.get(by).lower().equals("by")
                && tokens.subList(Math.max(0, by - ANSWER), by).stream()
                        .anyMatch(token -> ANSWERING.contains(token.lemma()));
    }

    /** Whether a verb's own subject is somebody else than the speaker before. */
    static boolean isOther(Subject own, @Nullable Subject previous) {
        return previous != null
                && (own.rule().startsWith("speech-pronoun")
                        || !own.actor()
                                .value()
                                .getName()
                                .equals(previous.actor().value().getName()));
    }

    /** Whether a verb with its own subject stands inside what somebody else says. */
    static boolean isNested(Sentence sentence, CueTable.Cue<StatementAct> cue, List<Reading> before) {
        int verb = before.isEmpty() ? -1 : before.get(before.size() - 1).act().end();
        return sentence.tokens().stream()
                .filter(token -> token.start() >= verb && token.index() < cue.from())
                .noneMatch(token -> CLAUSE_BREAKS.contains(token.lower()));
    }
}
