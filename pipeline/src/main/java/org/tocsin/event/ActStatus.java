package org.tocsin.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;

/**
 * Judges whether an act that a sentence names took place: negation, denial, threats, plans, conditions, permissions and background
 * years back, from the words around it (status-cues.tsv) and the form of its verb.
 */
public final class ActStatus {
    private static final Set<String> NEGATION = Set.of("not", "n't", "never");
    private static final Set<String> GROUP_TAGS = Tags.like("RB|VB.?|TO|IN");
    /** Tags of what may stand between a noun of an act and its verb: "the liberation of the town will". */
    private static final Set<String> PHRASE_TAGS = Tags.like("NNP?S?|DT|JJ|IN|POS");

    private static final Set<String> SUBJECT_TAGS = Tags.like("NN.*|JJ|IN|PRP.*|DT");

    private static final int VERB_GROUP = 5;
    private static final int SUBJECT_WORDS = 5;
    private static final int HISTORY_DAYS = 300;
    private static final Set<String> FIRST_PERSON = Set.of("we", "our", "i");
    private static final Set<String> FACTUAL = Set.of(
            "use",
            "manage",
            "continue",
            "begin",
            "start",
            "launch",
            "fire",
            "send",
            "deploy",
            "employ",
            "proceed",
            "appear",
            "seem",
            "report",
            "believe",
            "fly",
            "drop");

    private static final CueTable<Hint> HINTS = CueTable.of(
            KnowledgeTable.load(ActStatus.class, "status-cues.tsv", "words", "status", "reach"),
            row -> new Hint(
                    row.required("status").equals("NEGATED") ? null : row.constant("status", EventStatus.class),
                    Optional.ofNullable(row.constant("reach", Reach.class))
                            .orElseThrow(() -> row.error("reach is empty"))));

    private ActStatus() {}

    private enum Reach {
        /** The words right before the act. */
        ADJACENT,
        /** Before the act in its clause. */
        BEFORE,
        /** Anywhere in the clause. */
        CLAUSE,
        /** Anywhere in the sentence. */
        SENTENCE
    }

    private record Hint(@Nullable EventStatus status, Reach reach) {}

    /**
     * The status of an act.
     *
     * @param sentence the sentence that names it
     * @param from index of the first token of the words that name it
     * @param to index behind the last of these tokens
     * @return its status with the words that tell it, without words where it is told as fact; null where the sentence says that
     *     nothing of the kind took place
     */
    public static @Nullable Anchored<EventStatus> of(Document document, Sentence sentence, int from, int to) {
        Clauses clauses = Clauses.of(sentence);
        CueTable.Cue<Hint> nearest = HINTS.find(sentence).stream()
                .filter(cue -> applies(clauses, cue, from, to)
                        && !isJoined(sentence, cue, from)
                        && !leavesOpen(sentence, cue, from))
                .min(Comparator.comparingInt(cue -> Math.abs(cue.from() - from)))
                .orElse(null);
        if (nearest != null) {
            EventStatus status = nearest.meaning().status();
            boolean negated = status == EventStatus.THREATENED && isNegated(sentence, nearest.from());
            return negated || status == null ? null : Anchored.at(sentence, nearest.from(), nearest.to(), status);
        }
        if (negatedSubject(sentence, clauses, from)) {
            return null;
        }
        Anchored<EventStatus> form = verbForm(sentence, clauses, from);
        if (form == null && to < sentence.tokens().size()) {
            form = supposed(sentence, from, to);
        }
        return form != null ? form : Anchored.unread(historical(document, sentence, clauses, from));
    }

    /** "did not threaten to". */
    private static boolean isNegated(Sentence sentence, int verb) {
        return sentence.tokens().subList(Math.max(0, verb - 2), verb).stream()
                .anyMatch(token -> NEGATION.contains(token.lower()));
    }

    /** "denied it and accused the army of shelling": whether another verb is joined to the words before the act. */
    private static boolean isJoined(Sentence sentence, CueTable.Cue<Hint> cue, int from) {
        List<Token> tokens = sentence.tokens();
        for (int i = cue.to(); i + 1 < from; i++) {
            if (tokens.get(i).tag().equals("CC")
                    && Tags.TENSED.contains(tokens.get(i + 1).tag())
                    && Tags.TENSED.contains(tokens.get(cue.from()).tag())) {
                return cue.meaning().reach() == Reach.BEFORE;
            }
        }
        return false;
    }

    /** "Whether planned or not, this was": two ways are left open, and behind the comma a fact is told. */
    private static boolean leavesOpen(Sentence sentence, CueTable.Cue<Hint> cue, int from) {
        List<Token> tokens = sentence.tokens();
        if (!tokens.get(cue.from()).lower().equals("whether") || cue.to() >= from) {
            return false;
        }
        List<Token> between = tokens.subList(cue.to(), from);
        int or = indexOf(between, "or");
        return or >= 0 && indexOf(between.subList(or, between.size()), ",") >= 0;
    }

    private static int indexOf(List<Token> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).lower().equals(word)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean applies(Clauses clauses, CueTable.Cue<Hint> cue, int from, int to) {
        boolean itself = cue.from() < to && cue.to() > from;
        if (itself) {
            return false;
        }
        int clauseStart = clauses.from(from);
        return switch (cue.meaning().reach()) {
            case ADJACENT -> cue.to() <= from && from - cue.to() <= 3 && cue.from() >= clauseStart;
            case BEFORE -> cue.to() <= from && cue.from() >= clauseStart && from - cue.to() <= 14;
            case CLAUSE -> cue.from() >= clauseStart && cue.to() <= clauses.to(from);
            case SENTENCE -> true;
        };
    }

    /** What the verb group before the act says: a modal, or an infinitive that nothing told as fact governs. */
    private static @Nullable Anchored<EventStatus> verbForm(Sentence sentence, Clauses clauses, int from) {
        List<Token> tokens = sentence.tokens();
        boolean baseForm =
                (tokens.get(from).tag().equals("VB") || tokens.get(from).tag().equals("VBN"))
                        && !isNumber(sentence, from);
        for (int i = from - 1; baseForm && i >= Math.max(clauses.from(from), from - VERB_GROUP); i--) {
            Token token = tokens.get(i);
            if (token.tag().equals("MD")) {
                boolean future = token.lower().equals("will")
                        || token.lower().equals("'ll")
                        || token.lower().equals("shall");
                EventStatus planned = isOfSpeaker(tokens, i) ? EventStatus.THREATENED : EventStatus.PLANNED;
                return Anchored.at(sentence, i, i + 1, future ? planned : EventStatus.HYPOTHETICAL);
            }
            if (token.tag().equals("TO") && tokens.get(from).tag().equals("VB")) {
                return factual(tokens, i) ? null : Anchored.at(sentence, i, from + 1, EventStatus.HYPOTHETICAL);
            }
            boolean joins =
                    token.tag().equals("CC") && i > 0 && tokens.get(i - 1).tag().startsWith("VB");
            if (!joins && !GROUP_TAGS.contains(token.tag())) {
                break;
            }
        }
        return null;
    }

    /** "we will burn their trucks": whether who speaks tells what he will do. */
    private static boolean isOfSpeaker(List<Token> tokens, int modal) {
        return tokens.subList(Math.max(0, modal - SUBJECT_WORDS), modal).stream()
                .anyMatch(token -> FIRST_PERSON.contains(token.lower()));
    }

    /** "brings to six the number of dead": taggers take the number behind "to" for a verb. */
    private static boolean isNumber(Sentence sentence, int token) {
        return sentence.mentions(CountMention.class).anyMatch(count -> count.from() <= token && token < count.to());
    }

    /** "no unit had opened fire": whether the subject right before a verb is nobody. */
    private static boolean negatedSubject(Sentence sentence, Clauses clauses, int from) {
        boolean verb = sentence.tokens().get(from).tag().startsWith("VB");
        int group = VerbForms.groupStart(sentence, from);
        for (int i = group - 1; verb && i >= Math.max(clauses.from(from), group - SUBJECT_WORDS); i--) {
            Token token = sentence.tokens().get(i);
            if (token.lower().equals("no")
                    || token.lower().equals("nobody")
                    || token.lower().equals("none")) {
                return true;
            }
            if (!SUBJECT_TAGS.contains(token.tag())) {
                return false;
            }
        }
        return false;
    }

    /** "an attack would need bombs": a noun that is the subject of a modal verb is supposed or planned. */
    private static @Nullable Anchored<EventStatus> supposed(Sentence sentence, int from, int to) {
        int behind = to;
        while (behind < sentence.tokens().size() - 1
                && PHRASE_TAGS.contains(sentence.tokens().get(behind).tag())) {
            behind++;
        }
        Token next = sentence.tokens().get(behind);
        boolean noun = sentence.tokens().get(from).tag().startsWith("NN");
        if (!noun || !next.tag().equals("MD")) {
            return null;
        }
        EventStatus status = next.lower().equals("will") ? EventStatus.PLANNED : EventStatus.HYPOTHETICAL;
        return Anchored.at(sentence, behind, behind + 1, status);
    }

    /** Whether what governs an infinitive makes it a fact: "used drones to hit", "managed to hit", "continued to shell". */
    private static boolean factual(List<Token> tokens, int to) {
        for (int i = to - 1; i >= Math.max(0, to - 8); i--) {
            if (Tags.VERB.contains(tokens.get(i).tag())) {
                return FACTUAL.contains(tokens.get(i).lemma());
            }
        }
        return false;
    }

    /** Whether a day lies so far back that what happened on it is background. */
    public static boolean isLongAgo(Document document, EventTime time) {
        LocalDate day = document.article().publicationDay();
        return day != null && time.getEnd().isBefore(day.minusDays(HISTORY_DAYS));
    }

    private static EventStatus historical(Document document, Sentence sentence, Clauses clauses, int from) {
        LocalDate day = document.article().publicationDay();
        boolean old = day != null
                && sentence.mentions(DateMention.class)
                        .filter(date -> clauses.between(date.from(), from) == 0)
                        .anyMatch(date -> date.end().isBefore(day.minusDays(HISTORY_DAYS)));
        return old ? EventStatus.HISTORICAL : EventStatus.OCCURRED;
    }
}
