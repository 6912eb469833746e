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
    private static final Set<String> NAMING = Set.of("call", "describe", "brand", "label", "term", "dub");

    private final Document document;
    private final Addressees addressees;
    private final Memory memory = new Memory();
    private final Subjects subjects;

    SpeechReader(Document document) {
        this.document = document;
        this.addressees = new Addressees(document);
        this.subjects = new Subjects(document, memory);
    }

    /** The acts of speech of all sentences, in order. */
    List<Reading> readAll() {
        List<Reading> readings = new ArrayList<>();
        int paragraph = -1;
        for (Sentence sentence : document.sentences()) {
            memory.first = sentence.paragraph() == paragraph ? memory.first : null;
            paragraph = sentence.paragraph();
            List<Reading> found = read(sentence);
            readings.addAll(found);
            if (found.isEmpty()) {
                memory.noteFirstNamed(Speakers.of(document, sentence));
            }
        }
        return readings;
    }

    private List<Reading> read(Sentence sentence) {
        Speakers speakers = Speakers.of(document, sentence);
        List<Reading> readings = new ArrayList<>();
        Subject previous = null;
        Speaker label = speakers.label();
        memory.first = label == null ? memory.first : label.actor();
        for (CueTable.Cue<StatementAct> cue : SpeechTables.VERBS.find(sentence)) {
            if (!isSaid(sentence, cue.from()) || names(sentence, cue) && !judges(sentence, cue)) {
                continue;
            }
            Subject own = subjects.of(sentence, speakers, cue);
            Subject subject = own != null ? own : Subjects.continued(speakers, cue, previous);
            boolean nested = own != null && previous != null && Subjects.isNested(sentence, cue, readings);
            if (subject != null && !(nested && isPublic(previous))) {
                memory.note(subject);
                readings.addAll(readings(speakers, cue, subject));
                previous = subject;
            }
        }
        if (label != null && readings.isEmpty()) {
            readLabelled(speakers, label).ifPresent(readings::add);
        }
        return readings;
    }

    /** Whether the one who passes on what others say is no news outlet, so that the words are his. */
    private static boolean isPublic(@Nullable Subject outer) {
        return outer != null && outer.actor().value().getKind() != ActorKind.MEDIA;
    }

    /** What a digest tells as "Foreign ministry: no talks", where the words behind the colon tell the act. */
    private Optional<Reading> readLabelled(Speakers speakers, Speaker label) {
        Sentence sentence = speakers.sentence();
        Content content = new Content(
                document, sentence, label.to() + 1, sentence.tokens().size());
        StatementAct act = told(speakers, content, label.actor().value());
        if (act == null) {
            return Optional.empty();
        }
        Subject subject = new Subject(label.actor(), "speech-label-content");
        memory.note(subject);
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

    /** One act of one speaker or of several with one voice; of each agent of a passive and of each who accuse each other one. */
    private List<Reading> readings(Speakers speakers, CueTable.Cue<StatementAct> cue, Subject subject) {
        Reading first = reading(speakers.sentence(), speakers, cue, subject);
        boolean mutual = !subject.others().isEmpty() && isMutual(speakers.sentence(), cue.to());
        if (!mutual && !subject.rule().startsWith("speech-passive")) {
            return List.of(first);
        }
        List<Reading> all = new ArrayList<>();
        all.add(mutual ? first.of(first.speaker(), subject.others()) : first);
        List<Anchored<Actor>> back = List.of(subject.actor());
        subject.others().forEach(other -> all.add(first.of(other, mutual ? back : first.targets())));
        return all;
    }

    private static boolean isMutual(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        return from + 1 < tokens.size()
                && (tokens.get(from).lower() + ' ' + tokens.get(from + 1).lower()).matches("each other|one another");
    }

    /** The act that is told by the speaker's own verbs or else by other words of what is said; null where none is. */
    private static @Nullable StatementAct told(Speakers speakers, Content content, Actor speaker) {
        StatementAct own = OwnWords.act(speakers, content.from(), content.to(), speaker);
        return own != null ? own : content.act();
    }

    private Reading reading(Sentence sentence, Speakers speakers, CueTable.Cue<StatementAct> cue, Subject subject) {
        Content content = Content.of(document, sentence, cue, subject.rule().startsWith("speech-inversion"));
        StatementAct act = cue.meaning();
        boolean open = act == StatementAct.COMMENT || names(sentence, cue);
        StatementAct told = open ? told(speakers, content, subject.actor().value()) : null;
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
        Reading reading = new Reading(
                sentence,
                act,
                subject.actor(),
                named.isEmpty() ? addressees.of(content, act.value(), speaker, memory.last) : named,
                Quotes.in(sentence),
                content.text(),
                date,
                rule);
        memory.last = reading;
        return reading;
    }
}
