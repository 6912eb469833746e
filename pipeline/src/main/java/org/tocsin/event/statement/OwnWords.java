package org.tocsin.event.statement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/**
 * Reads the act that the speaker tells in words of his own: "said it rejected the plan", "We condemn this," the minister said. What is
 * said of somebody else's acts is none of the speaker's.
 */
final class OwnWords {
    private static final Set<String> VERB_GROUP = Tags.like("RB|MD|VB.?|TO");
    private static final Set<String> PRONOUNS = Set.of("i", "we", "he", "she", "it", "they");
    private static final Set<String> SIDE = Set.of(
            "country",
            "government",
            "party",
            "group",
            "movement",
            "army",
            "forces",
            "troops",
            "administration",
            "side",
            "nation",
            "delegation",
            "organisation",
            "organization",
            "ministry",
            "people");
    private static final Set<String> CONDITIONS =
            Set.of("if", "unless", "should", "once", "until", "when", "because", "after", "before");

    private static final Set<StatementAct> ASSENT = EnumSet.of(StatementAct.AGREE, StatementAct.SUPPORT);
    /** Acts that still hold when they are told as done before: "said it had agreed to the truce". */
    private static final Set<StatementAct> STANDING =
            EnumSet.of(StatementAct.AGREE, StatementAct.REJECT, StatementAct.CONDEMN);

    private static final Set<String> NOT = Set.of("not", "n't", "never", "no", "cannot");

    private OwnWords() {}

    /** The act that the tokens from (inclusive) to to (exclusive) tell with the speaker as subject; null where they tell none. */
    static @Nullable StatementAct act(Speakers speakers, int from, int to, Actor speaker) {
        Sentence sentence = speakers.sentence();
        for (CueTable.Cue<StatementAct> cue : SpeechTables.verbs(sentence)) {
            if (cue.from() < from || cue.to() > to || cue.meaning() == StatementAct.COMMENT) {
                continue;
            }
            int group = groupStart(sentence, cue.from(), from);
            if (VerbForms.isPassive(sentence, cue.from())) {
                continue;
            }
            if (!isOwn(speakers, group, from, speaker)) {
                continue;
            }
            boolean earlier = sentence.tokens().subList(group, cue.from()).stream()
                    .anyMatch(token -> token.lower().equals("had"));
            if (earlier && !STANDING.contains(cue.meaning())) {
                continue;
            }
            boolean negated = sentence.tokens().subList(group, cue.from()).stream()
                    .anyMatch(token -> NOT.contains(token.lower()));
            if (!negated) {
                return cue.meaning();
            }
            if (ASSENT.contains(cue.meaning())) {
                return StatementAct.REJECT;
            }
        }
        return null;
    }

    private static int groupStart(Sentence sentence, int verb, int from) {
        int start = verb;
        while (start > from
                && VERB_GROUP.contains(sentence.tokens().get(start - 1).tag())) {
            start--;
        }
        return start;
    }

    /** Whether the subject in front of a verb group is the speaker or the speaker's side. */
    static boolean isOwn(Speakers speakers, int group, int from, Actor speaker) {
        if (group == from) {
            return false;
        }
        List<Token> tokens = speakers.sentence().tokens();
        if (PRONOUNS.contains(tokens.get(group - 1).lower()) || isOwnSide(tokens, group)) {
            return true;
        }
        Speaker subject = speakers.inFrontOf(group);
        return subject != null
                && subject.from() >= from
                && !isCondition(tokens, subject.from())
                && isSame(subject.actor().value(), speaker);
    }

    /** "His country would keep", "its forces will stay", "our government has never". */
    private static boolean isOwnSide(List<Token> tokens, int group) {
        String noun = tokens.get(group - 1).lower();
        return noun.equals("members")
                || group > 1
                        && SIDE.contains(noun)
                        && tokens.get(group - 2).tag().equals("PRP$");
    }

    private static boolean isCondition(List<Token> tokens, int subject) {
        return tokens.subList(Math.max(0, subject - 2), subject).stream()
                .anyMatch(token -> CONDITIONS.contains(token.lower()));
    }

    /** Whether a subject is the speaker or whom the speaker speaks for. */
    private static boolean isSame(Actor subject, Actor speaker) {
        boolean speaksForState = speaker.getOrganization() == null || subject.getKind() == ActorKind.STATE;
        return subject.getName().equals(speaker.getName())
                || subject.getName().equals(speaker.getOrganization())
                || subject.getCountry() != null
                        && subject.getRole() == null
                        && subject.getKind() != ActorKind.ARMED_GROUP
                        && speaksForState
                        && speaker.getKind() != ActorKind.ARMED_GROUP
                        && subject.getCountry().equals(speaker.getCountry());
    }
}
