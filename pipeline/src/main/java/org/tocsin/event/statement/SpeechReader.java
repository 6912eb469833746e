package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.StatementAct;

/** Reads the acts of speech of a document's sentences in order, so that "he" and "it" are the one who spoke last. */
final class SpeechReader {
    private static final Set<String> NOT_SAID =
            Set.of("not", "n't", "never", "decline", "fail", "without", "neither", "nor", "if", "unless", "whether");
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
            "confirm");

    private static final Set<String> NAMING = Set.of("call", "describe", "brand", "label", "term", "dub");

    private final Document document;
    private final Addressees addressees;
    private @Nullable Anchored<Actor> lastPerson;
    private @Nullable Anchored<Actor> lastBody;
    private @Nullable Anchored<Actor> labelled;
    private @Nullable Reading last;

    SpeechReader(Document document) {
        this.document = document;
        this.addressees = new Addressees(document);
    }

    /** Who speaks, and the rule that tells it. */
    private record Subject(Anchored<Actor> actor, String rule) {}

    /** The acts of speech of all sentences, in order. */
    List<Reading> readAll() {
        List<Reading> readings = new ArrayList<>();
        int paragraph = -1;
        for (Sentence sentence : document.sentences()) {
            labelled = sentence.paragraph() == paragraph ? labelled : null;
            paragraph = sentence.paragraph();
            List<Reading> found = read(sentence);
            readings.addAll(found);
            if (found.isEmpty()) {
                noteFirstNamed(Speakers.of(document, sentence));
            }
        }
        return readings;
    }

    private List<Reading> read(Sentence sentence) {
        Speakers speakers = Speakers.of(document, sentence);
        List<Reading> readings = new ArrayList<>();
        Subject previous = null;
        Speaker label = speakers.label();
        labelled = label == null ? labelled : label.actor();
        for (CueTable.Cue<StatementAct> cue : SpeechTables.VERBS.find(sentence)) {
            if (!isSaid(sentence, cue.from()) || names(sentence, cue) && !judges(sentence, cue)) {
                continue;
            }
            Subject own = subject(sentence, speakers, cue);
            Subject subject = own != null ? own : continued(speakers, cue, previous);
            boolean nested = own != null && previous != null && isNested(sentence, cue, readings);
            if (subject != null && !nested) {
                note(subject);
                Reading reading = reading(sentence, speakers, cue, subject);
                readings.add(reading);
                previous = subject;
            }
        }
        if (label != null && readings.isEmpty()) {
            readLabelled(speakers, label).ifPresent(readings::add);
        }
        return readings;
    }

    /** What a digest tells as "Foreign ministry: no talks", where the words behind the colon tell the act. */
    private Optional<Reading> readLabelled(Speakers speakers, Speaker label) {
        Sentence sentence = speakers.sentence();
        Content content = new Content(
                document, sentence, label.to() + 1, sentence.tokens().size());
        StatementAct act = content.act();
        if (act == null) {
            return Optional.empty();
        }
        Subject subject = new Subject(label.actor(), "speech-label-content");
        note(subject);
        Anchored<StatementAct> colon = Anchored.at(sentence, label.to(), label.to() + 1, act);
        return Optional.of(finish(speakers, content, colon, subject, subject.rule(), null));
    }

    /** Whether the verb is asserted: neither negated nor a mere possibility. */
    private static boolean isSaid(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        Token token = tokens.get(verb);
        for (int i = verb - 1; i >= Math.max(0, verb - 3); i--) {
            Token before = tokens.get(i);
            if (NOT_SAID.contains(before.lemma())
                    || NOT_SAID.contains(before.lower())
                    || before.tag().equals("MD")) {
                return false;
            }
            if (!before.tag().matches("RB|VB.?|TO")) {
                break;
            }
        }
        if (verb + 1 < tokens.size() && tokens.get(verb + 1).lower().equals("nothing")) {
            return false;
        }
        boolean infinitive = token.tag().equals("VB")
                && verb > 0
                && tokens.get(verb - 1).tag().equals("TO");
        return !infinitive;
    }

    /** Whether the verb gives a name to something, which is an act of speech where the name is quoted: "called it 'theft'". */
    private static boolean names(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return cue.length() == 1
                && NAMING.contains(sentence.tokens().get(cue.from()).lemma());
    }

    /** Whether the name given is a quoted one or tells the act: "called it 'theft'", "called the vote void". */
    private boolean judges(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return Quotes.opensBehind(sentence, cue.to())
                || Content.of(document, sentence, cue, false).act() != null;
    }

    private @Nullable Subject subject(Sentence sentence, Speakers speakers, CueTable.Cue<StatementAct> cue) {
        Token verb = sentence.tokens().get(cue.from());
        if (isPassive(sentence, cue.from())) {
            Speaker agent = speakers.agent(cue.to());
            return agent == null ? null : new Subject(agent.actor(), "speech-passive");
        }
        if (verb.tag().equals("VBG")) {
            return null;
        }
        Speaker before = speakers.inFrontOf(cue.from());
        if (before != null) {
            return new Subject(before.actor(), "speech-subject");
        }
        Subject pronoun = pronoun(sentence, speakers, cue.from());
        if (pronoun != null) {
            return pronoun;
        }
        boolean inverted = INVERTIBLE.contains(verb.lemma())
                && cue.from() > 0
                && sentence.tokens().get(cue.from() - 1).text().matches("[,\"'?!]+|''");
        Speaker behind = inverted ? speakers.behind(cue.to()) : null;
        return behind == null ? null : new Subject(behind.actor(), "speech-inversion");
    }

    private static boolean isPassive(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        if (!tokens.get(verb).tag().equals("VBN")) {
            return false;
        }
        for (int i = verb - 1; i >= Math.max(0, verb - 3); i--) {
            if (tokens.get(i).lemma().equals("be")) {
                return true;
            }
            if (!tokens.get(i).tag().matches("RB|VB.?")) {
                break;
            }
        }
        return false;
    }

    private @Nullable Subject pronoun(Sentence sentence, Speakers speakers, int verb) {
        int at = verb - 1;
        while (at > 0 && sentence.tokens().get(at).tag().matches("RB|VBD|VBZ|VBP")) {
            at--;
        }
        if (labelled != null && speakers.isFirstPerson(at)) {
            return new Subject(Anchored.at(sentence, at, at + 1, labelled.value()), "speech-first-person");
        }
        Anchored<Actor> antecedent =
                speakers.isPersonPronoun(at) ? lastPerson : speakers.isBodyPronoun(at) ? lastBody : null;
        return antecedent == null
                ? null
                : new Subject(Anchored.at(sentence, at, at + 1, antecedent.value()), "speech-pronoun");
    }

    /** The subject of the verb before, where this one only continues it: "and accused", ", adding". */
    private static @Nullable Subject continued(
            Speakers speakers, CueTable.Cue<StatementAct> cue, @Nullable Subject previous) {
        if (cue.from() == 0) {
            return null;
        }
        List<Token> tokens = speakers.sentence().tokens();
        int at = cue.from() - 1;
        while (at > 0 && tokens.get(at).tag().equals("RB")) {
            at--;
        }
        boolean joined = tokens.get(at).lower().matches("and|but|or");
        boolean participle = tokens.get(cue.from()).tag().equals("VBG")
                && tokens.get(at).text().equals(",");
        if (previous != null) {
            return joined || participle ? new Subject(previous.actor(), "speech-continued") : null;
        }
        Speaker subject = joined ? speakers.subjectOfPart(at) : null;
        return subject == null ? null : new Subject(subject.actor(), "speech-continued");
    }

    /** Whether a verb with its own subject stands inside what somebody else says. */
    private static boolean isNested(Sentence sentence, CueTable.Cue<StatementAct> cue, List<Reading> before) {
        int verb = before.isEmpty() ? -1 : before.get(before.size() - 1).act().end();
        return sentence.tokens().stream()
                .filter(token -> token.start() >= verb && token.index() < cue.from())
                .noneMatch(token -> token.lower().matches("and|but|while|;|whereas|although|though|as"));
    }

    private void note(Subject subject) {
        Actor actor = subject.actor().value();
        if (actor.getRole() != null || actor.getKind() == ActorKind.PERSON) {
            lastPerson = subject.actor();
        } else {
            lastBody = subject.actor();
        }
    }

    /** Where nobody speaks, a pronoun of the next sentence is whom this one names first. */
    private void noteFirstNamed(Speakers speakers) {
        lastPerson = speakers.firstPerson().map(Speaker::actor).orElse(lastPerson);
        lastBody = speakers.firstBody().map(Speaker::actor).orElse(lastBody);
    }

    private Reading reading(Sentence sentence, Speakers speakers, CueTable.Cue<StatementAct> cue, Subject subject) {
        Content content = Content.of(document, sentence, cue, subject.rule().equals("speech-inversion"));
        StatementAct act = cue.meaning();
        boolean open = act == StatementAct.COMMENT || names(sentence, cue);
        StatementAct told = open ? content.act() : null;
        return finish(
                speakers,
                content,
                Anchored.at(sentence, cue.from(), cue.to(), told == null ? act : told),
                subject,
                told == null ? subject.rule() : subject.rule() + "-content",
                SpeechDates.of(document, sentence, cue.from(), cue.to()));
    }

    private Reading finish(
            Speakers speakers,
            Content content,
            Anchored<StatementAct> act,
            Subject subject,
            String rule,
            @Nullable Anchored<EventTime> date) {
        Actor speaker = subject.actor().value();
        List<Anchored<Actor>> named = content.targets(speakers, speaker);
        Sentence sentence = content.sentence();
        last = new Reading(
                sentence,
                act,
                subject.actor(),
                named.isEmpty() ? addressees.of(content, act.value(), speaker, last) : named,
                Quotes.in(sentence),
                content.text(),
                date,
                rule);
        return last;
    }
}
