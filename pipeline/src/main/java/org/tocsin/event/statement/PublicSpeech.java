package org.tocsin.event.statement;

import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/** Tells a public act of speech from mere reporting: a toll passed on, an attack described, a resident quoted. */
final class PublicSpeech {
    private static final Set<String> LOCAL_OFFICES =
            Set.of("governor", "mayor", "official", "captain", "coordinator", "judge", "head", "chairman");

    private PublicSpeech() {}

    static boolean is(Reading reading) {
        Actor speaker = reading.speaker().value();
        if (speaker.getKind() == ActorKind.MEDIA) {
            return false;
        }
        boolean unknown =
                speaker.getRole() == null && speaker.getOrganization() == null && speaker.getKind() == ActorKind.PERSON;
        Sentence sentence = reading.sentence();
        int all = sentence.tokens().size();
        return switch (reading.act().value()) {
            case COMMENT ->
                !unknown
                        && !SpeechTables.isReporter(speaker)
                        && (reading.quote() != null
                                || isStateOffice(speaker) && !SpeechTables.reportsFacts(sentence, 0, all))
                        && !(isLocal(speaker) && SpeechTables.reportsFacts(sentence, 0, all));
            case ANNOUNCE ->
                !unknown
                        && !SpeechTables.isReporter(speaker)
                        && (isClaim(reading) || !SpeechTables.reportsToll(sentence, 0, all));
            default ->
                !unknown && !(SpeechTables.isReporter(speaker) && reading.rule().endsWith("-content"));
        };
    }

    /** Whether the act is a claim of responsibility, which may well tell a toll. */
    private static boolean isClaim(Reading reading) {
        int from = reading.act().start() - reading.sentence().start();
        int to = reading.act().end() - reading.sentence().start();
        return reading.sentence().text().substring(from, to).matches(".*(responsib|claim).*");
    }

    private static boolean isLocal(Actor speaker) {
        return speaker.getRole() != null && LOCAL_OFFICES.contains(speaker.getRole());
    }

    private static boolean isStateOffice(Actor speaker) {
        return speaker.getRole() != null && !isLocal(speaker);
    }

    /** Estimated probability that a reading is right, as measured on development texts. */
    static double confidence(Reading reading) {
        boolean told = !reading.rule().endsWith("-content") && reading.act().value() != StatementAct.COMMENT;
        boolean named = reading.rule().startsWith("speech-subject");
        return told ? (named ? 0.75 : 0.6) : 0.4;
    }
}
