package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.StatementAct;

/** Reads the acts of speech of a document's sentences in order, so that "he" and "it" are the one who spoke last. */
final class SpeechReader {
    private static final Set<String> QUESTION_BEGINS = Tags.like("MD|VB[DZP]|W.*");
    private static final Set<String> VERB_GROUP = Tags.like("RB|VB.?|TO");
    private static final Set<String> EACH_OTHER = Set.of("each other", "one another");

    private static final Set<String> TRADING = Set.of("trade", "exchange", "swap");

    private static final Set<String> NOT_SAID =
            Set.of("not", "n't", "never", "decline", "fail", "without", "neither", "nor", "if", "unless", "whether");
    private static final Set<String> ASKING = Set.of("ask", "request", "insist");
    private static final List<String> NOT_TO_BE = List.of("not", "to", "be");
    /** Words behind a verb in which its "anonymity" stands. */
    private static final int SILENCE = 5;

    private static final Set<String> NAMING = Set.of("call", "describe", "brand", "label", "term", "dub");

    private static final Set<String> THREATENING = Set.of("vow", "promise", "swear", "declare", "pledge", "announce");
    private static final Set<String> ANSWERING = Set.of("retort", "protest");

    /** The rule of words that a sentence with a colon introduced. */
    private static final String INTRODUCED = "speech-introduced-content";

    private final Document document;
    private final Addressees addressees;
    private final Memory memory = new Memory();
    private final Subjects subjects;
    private final NounActs nouns = new NounActs(memory);
    private final Homes homes;
    private final Quotations quotations;
    private final boolean parties;

    SpeechReader(Document document) {
        this.document = document;
        this.addressees = new Addressees(document);
        this.quotations = new Quotations(document);
        this.subjects = new Subjects(document, memory, quotations);
        this.homes = new Homes(document);
        this.parties = PublicSpeech.namesParties(document);
        memory.issuer = Issuer.of(document);
        memory.house = FirstVoice.of(document);
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
            memory.introduced = introduced(sentence, found);
            if (found.isEmpty()) {
                memory.noteFirstNamed(Speakers.of(document, sentence));
            }
        }
        readings.addAll(new RunningQuotes(document, this, quotations).of(readings));
        readings.sort(Comparator.comparingInt(reading -> reading.sentence().index()));
        return addressees.complete(readings);
    }

    /**
     * Whose words follow a sentence: the speaker of one that ends with a colon, up to the end of the quotation that follows or, where
     * the words stand without marks, until somebody else is told to speak.
     */
    private @Nullable Anchored<Actor> introduced(Sentence sentence, List<Reading> found) {
        if (sentence.text().strip().endsWith(":")) {
            return found.isEmpty() ? null : found.get(found.size() - 1).speaker();
        }
        Anchored<Actor> known = memory.introduced;
        if (known == null || quotations.begins(sentence)) {
            memory.quoted = known != null;
            return known;
        }
        boolean ended = memory.quoted || found.stream().anyMatch(reading -> isReported(reading, known));
        memory.quoted = false;
        return ended ? null : known;
    }

    /** Whether a reading tells in so many words that somebody else than the one introduced has spoken: "the envoy said". */
    private static boolean isReported(Reading reading, Anchored<Actor> introduced) {
        return reading.act().value() == StatementAct.COMMENT
                && !reading.rule().startsWith("speech-first-person")
                && !reading.speaker()
                        .value()
                        .getName()
                        .equals(introduced.value().getName());
    }

    private List<Reading> read(Sentence sentence) {
        Speakers speakers = Speakers.of(document, sentence);
        List<Reading> readings = new ArrayList<>();
        Subject previous = null;
        Speaker label = speakers.label();
        memory.first = label == null ? memory.first : label.actor();
        if (isQuestion(sentence) || label != null && label.actor().value().getKind() == ActorKind.MEDIA) {
            return readings;
        }
        for (CueTable.Cue<StatementAct> cue : SpeechTables.verbs(sentence)) {
            if (!isSaid(sentence, cue.from()) || names(sentence, cue) && !judges(sentence, cue)) {
                continue;
            }
            Subject own = subjects.of(sentence, speakers, cue);
            Subject subject = own != null ? own : Subjects.continued(speakers, cue, previous);
            if (subject != null && isToldOf(sentence, cue, subject)) {
                continue;
            }
            boolean nested =
                    own != null && Subjects.isOther(own, previous) && Subjects.isNested(sentence, cue, readings);
            if (subject != null && !(nested && isPublic(previous))) {
                memory.note(subject);
                readings.addAll(readings(speakers, cue, subject));
                previous = subject;
            } else if (subject == null && previous == null) {
                memory.strangers = true;
            }
        }
        if (readings.isEmpty() && parties) {
            readings.addAll(readNouns(speakers));
        }
        if (readings.isEmpty()) {
            readWithoutVerb(speakers, label).ifPresent(readings::add);
        }
        if (readings.isEmpty()) {
            readSource(speakers).ifPresent(readings::add);
        }
        return readings;
    }

    /** Whether somebody's act is only told inside the quoted words of another, whom the text names elsewhere. */
    private boolean isToldOf(Sentence sentence, CueTable.Cue<StatementAct> cue, Subject subject) {
        int speaker = (int) sentence.tokens().stream()
                .filter(token -> token.start() < subject.actor().start())
                .count();
        return speaker <= cue.from()
                && quotations.isInside(sentence, cue.from())
                && quotations.isInside(sentence, speaker)
                && !subject.rule().startsWith("speech-first-person")
                && !memory.speaksFor(subject.actor().value());
    }

    /** The acts told by nouns of a sentence whose verbs tell none. */
    private List<Reading> readNouns(Speakers speakers) {
        List<Reading> found = new ArrayList<>();
        for (NounActs.Found noun : nouns.of(speakers)) {
            for (Subject subject : noun.subjects()) {
                memory.note(subject);
                found.add(reading(speakers.sentence(), speakers, noun.cue(), subject));
            }
        }
        return found;
    }

    /** What is told on somebody's word: "According to the army, the rebels deliberately hit the school". */
    private Optional<Reading> readSource(Speakers speakers) {
        Sentence sentence = speakers.sentence();
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).lower().equals("according")
                    && tokens.get(i + 1).lower().equals("to")) {
                Speaker source = speakers.behind(i + 2);
                if (source != null) {
                    Subject subject = new Subject(source.actor(), "speech-source-content");
                    return i > 1
                            ? ofWords(speakers, 0, i, subject)
                            : ofWords(speakers, source.to(), tokens.size(), subject);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a sentence asks whether or what somebody says: "Will Kigali deny it again?". */
    private static boolean isQuestion(Sentence sentence) {
        return sentence.text().strip().endsWith("?")
                && QUESTION_BEGINS.contains(sentence.tokens().get(0).tag());
    }

    /** What is told without a verb of speech: behind a colon, by an operative verb, or by the one who says "we". */
    private Optional<Reading> readWithoutVerb(Speakers speakers, @Nullable Speaker label) {
        Sentence sentence = speakers.sentence();
        if (label != null) {
            return ofWords(
                    speakers,
                    label.to() + 1,
                    sentence.tokens().size(),
                    new Subject(label.actor(), "speech-label-content"));
        }
        CueTable.Cue<StatementAct> operative = SpeechTables.operative(sentence);
        Subject issuer = operative == null ? null : subjects.operative(sentence, operative.from());
        if (operative != null && issuer != null && !isGerundSubject(sentence, operative)) {
            return Optional.of(reading(sentence, speakers, operative, issuer));
        }
        boolean quoted = quotations.begins(sentence);
        Actor first = quoted ? memory.firstPersonQuoted() : memory.firstPerson();
        if (memory.introduced != null && !quoted && isProse(sentence)) {
            Subject words = new Subject(memory.introduced, INTRODUCED);
            return ofWords(speakers, 0, sentence.tokens().size(), words);
        }
        if (first == null || sentence.tokens().size() < 2) {
            return Optional.empty();
        }
        if (!speakers.isFirstPerson(0) && memory.first == null) {
            return quoted ? Optional.empty() : ofRelease(speakers, first);
        }
        Subject we = new Subject(Anchored.at(sentence, 0, 1, first), "speech-first-person-content");
        return ofWords(speakers, 0, sentence.tokens().size(), we);
    }

    /** Whether a form in -ing is the subject of a plain sentence rather than a paragraph of a resolution: "Declaring it takes time." */
    private static boolean isGerundSubject(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return sentence.tokens().get(cue.from()).lower().endsWith("ing")
                && sentence.text().strip().endsWith(".");
    }

    /** What a text that is itself a statement demands without a verb of speech: "Attacks on hospitals must stop." */
    private Optional<Reading> ofRelease(Speakers speakers, Actor voice) {
        Sentence sentence = speakers.sentence();
        Subject author = new Subject(Anchored.at(sentence, 0, 1, voice), "speech-release-content");
        Content content = new Content(document, sentence, 0, sentence.tokens().size());
        return isProse(sentence) && told(speakers, content, voice) == StatementAct.DEMAND
                ? ofWords(speakers, 0, sentence.tokens().size(), author)
                : Optional.empty();
    }

    /** Whether a sentence is one of prose rather than an item of a list. */
    private static boolean isProse(Sentence sentence) {
        return sentence.tokens().size() > 1
                && Character.isLetter(sentence.text().strip().charAt(0));
    }

    /** Whether the one who passes on what others say is no news outlet, so that the words are his. */
    private static boolean isPublic(@Nullable Subject outer) {
        return outer != null && outer.actor().value().getKind() != ActorKind.MEDIA;
    }

    /** What words tell without a verb of speech ("Foreign ministry: no talks"); empty where they tell no act. */
    Optional<Reading> ofWords(Speakers speakers, int from, int to, Subject subject) {
        Sentence sentence = speakers.sentence();
        Content content = new Content(document, sentence, from, to);
        StatementAct act = told(speakers, content, subject.actor().value());
        if (act == null) {
            return Optional.empty();
        }
        memory.note(subject);
        Anchored<StatementAct> words = Anchored.at(sentence, Math.max(0, from - 1), Math.max(1, from), act);
        return Optional.of(finish(speakers, content, words, subject, subject.rule(), null));
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
            if (!VERB_GROUP.contains(before.tag())) {
                break;
            }
        }
        if (verb + 1 < tokens.size() && tokens.get(verb + 1).lower().equals("nothing")
                || asksForSilence(tokens, verb)) {
            return false;
        }
        if (isDeed(sentence, verb)) {
            return false;
        }
        boolean infinitive = token.tag().equals("VB")
                && verb > 0
                && tokens.get(verb - 1).tag().equals("TO");
        return !infinitive || Occasions.before(sentence, verb) >= 0;
    }

    /** Whether a verb tells a deed rather than words: "responded with artillery", "who was supporting Operation X". */
    private static boolean isDeed(Sentence sentence, int verb) {
        return SpeechTables.DEEDS.find(sentence).stream().anyMatch(cue -> cue.from() == verb);
    }

    /** Whether somebody only asks not to be named: "who asked not to be named", "requested anonymity". */
    private static boolean asksForSilence(List<Token> tokens, int verb) {
        List<String> next = tokens.subList(verb + 1, Math.min(tokens.size(), verb + SILENCE)).stream()
                .map(Token::lower)
                .toList();
        return ASKING.contains(tokens.get(verb).lemma())
                && (next.contains("anonymity")
                        || next.size() > 2 && next.subList(0, 3).equals(NOT_TO_BE));
    }

    /** Whether the verb gives a name to something, which is an act of speech where the name is quoted: "called it 'theft'". */
    private static boolean names(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return cue.length() == 1
                && NAMING.contains(sentence.tokens().get(cue.from()).lemma());
    }

    /** Whether "describe" only tells what something is like: "described the retreat as 'part of our plan'". */
    private static boolean isDescription(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return cue.length() == 1 && sentence.tokens().get(cue.from()).lemma().equals("describe");
    }

    /** Whether the name given is a quoted one or tells the act: "called it 'theft'", "called the vote void". */
    private boolean judges(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return Quotes.opensBehind(sentence, cue.to())
                || Content.of(document, sentence, cue, false).act() != null;
    }

    /** One act of one speaker or of several with one voice; of each agent of a passive and of each who accuse each other one. */
    private List<Reading> readings(Speakers speakers, CueTable.Cue<StatementAct> cue, Subject subject) {
        Reading first = reading(speakers.sentence(), speakers, cue, subject);
        boolean mutual = !subject.others().isEmpty() && isMutual(speakers.sentence(), cue);
        if (!mutual && !subject.rule().startsWith("speech-passive")) {
            return List.of(first);
        }
        List<Reading> all = new ArrayList<>();
        all.add(mutual ? first.of(first.speaker(), subject.others()) : first);
        List<Anchored<Actor>> back = List.of(subject.actor());
        subject.others().forEach(other -> all.add(first.of(other, mutual ? back : first.targets())));
        return all;
    }

    /** Whether several accuse one another: "accused each other", "traded accusations". */
    private static boolean isMutual(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        List<Token> tokens = sentence.tokens();
        boolean traded =
                cue.length() > 1 && TRADING.contains(tokens.get(cue.from()).lemma());
        return traded
                || cue.to() + 1 < tokens.size()
                        && EACH_OTHER.contains(tokens.get(cue.to()).lower()
                                + ' '
                                + tokens.get(cue.to() + 1).lower());
    }

    /** The act that is told by the speaker's own verbs or else by other words of what is said; null where none is. */
    private static @Nullable StatementAct told(Speakers speakers, Content content, Actor speaker) {
        if (Threats.forbids(speakers.sentence(), content.from(), content.to(), speaker)) {
            return StatementAct.THREATEN;
        }
        StatementAct own = OwnWords.act(speakers, content.from(), content.to(), speaker);
        if (own == null && OwnPlans.deniesForces(speakers.sentence(), content.from(), content.to())) {
            return StatementAct.DENY;
        }
        StatementAct act = own != null
                ? own
                : content.act(cue -> cue.meaning() != StatementAct.THREATEN
                        || Threats.mayThreaten(speaker)
                                && !OwnPlans.isForeignDeed(speakers, content.from(), cue, speaker));
        return act != null ? act : OwnPlans.act(speakers, content.from(), content.to(), speaker);
    }

    /** Whether what is said tells the act rather than the verb: always behind "said", a threat also behind "vowed". */
    private static boolean isOpen(Sentence sentence, CueTable.Cue<StatementAct> cue, @Nullable StatementAct told) {
        String verb = sentence.tokens().get(cue.from()).lemma();
        boolean threat = (told == StatementAct.THREATEN || told == StatementAct.REJECT) && THREATENING.contains(verb);
        return cue.meaning() == StatementAct.COMMENT && !SpeechTables.isWorry(sentence, cue)
                || cue.length() == 1 && (threat || ANSWERING.contains(verb))
                || cue.meaning() == StatementAct.PROMISE && told == StatementAct.THREATEN
                || names(sentence, cue);
    }

    private Reading reading(Sentence sentence, Speakers speakers, CueTable.Cue<StatementAct> cue, Subject subject) {
        Content content = Content.of(document, sentence, cue, subject.rule().startsWith("speech-inversion"));
        StatementAct act = cue.meaning();
        StatementAct told = told(speakers, content, subject.actor().value());
        told = isOpen(sentence, cue, told) ? told : null;
        if (told == null && isDescription(sentence, cue)) {
            told = StatementAct.COMMENT;
        }
        if (told == null && Threats.warns(sentence, cue, subject.actor().value())) {
            told = StatementAct.THREATEN;
        }
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
        Anchored<Actor> who = memory.asSpokenFor(homes.with(subject.actor(), content.sentence()));
        Actor speaker = who.value();
        List<Anchored<Actor>> named = content.targets(addressees.parties(), speaker);
        Sentence sentence = content.sentence();
        Reading reading = new Reading(
                sentence,
                act,
                who,
                named.isEmpty() ? addressees.of(content, act.value(), speaker, memory.last) : named,
                quotations.runsInto(sentence) ? Quotes.runningOn(sentence) : Quotes.in(sentence),
                content.text(),
                date,
                rule);
        memory.last = reading;
        return reading;
    }
}
