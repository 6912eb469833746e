package org.tocsin.event.statement;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/** Tells a public act of speech from mere reporting: a toll passed on, an attack described, a resident quoted. */
final class PublicSpeech {
    private static final Pattern CLAIMS = Pattern.compile(".*(responsib|claim).*");

    private static final Set<String> LOCAL_OFFICES =
            Set.of("governor", "mayor", "official", "captain", "coordinator", "judge", "head", "chairman");

    private static final Set<String> COMMON_OFFICES =
            Set.of("chairman", "leader", "captain", "coordinator", "official", "general", "colonel", "judge", "head");
    /** Offices that speak for a whole state or body of states. */
    private static final Set<String> HIGH_OFFICES = Set.of(
            "president",
            "vice president",
            "prime minister",
            "deputy prime minister",
            "chancellor",
            "king",
            "crown prince",
            "emir",
            "supreme leader",
            "foreign minister",
            "deputy foreign minister",
            "foreign secretary",
            "secretary of state",
            "secretary-general",
            "speaker",
            "envoy",
            "ambassador");
    /** Words of an office that tell that a leader or commander has to do with politics or war. */
    private static final Set<String> POLITICAL = Set.of(
            "opposition",
            "rebel",
            "insurgent",
            "separatist",
            "junta",
            "militia",
            "guerrilla",
            "jihadist",
            "government",
            "govt",
            "brigade",
            "battalion");

    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whom");
    private static final Set<CountRole> FIGURES = EnumSet.of(CountRole.PLAIN, CountRole.ORDINAL);
    private static final Set<String> OBJECT = Tags.like("DT|CD|JJ");
    private static final Set<String> ANSWERS = Set.of("asked", "questioned", "pressed", "responding", "reacting");

    private static final Pattern STAND = Pattern.compile(
            "(reiterat|stress|emphasi[sz]|underlin|underscor|reaffirm|warn|caution|predict|insist|hope|express|voice|raise|sound).*|.*(concern|alarm|worr|shock).*");
    /** Characters in front of a name that may hold its office. */
    private static final int TITLE = 30;

    /** Words of attack that a text about a conflict tells at least. */
    private static final int FIGHTING = 2;

    private final Document document;
    private final Parties parties;
    private final boolean conflict;
    private final boolean forces;

    PublicSpeech(Document document) {
        this.document = document;
        this.parties = new Parties(document);
        this.conflict = tellsConflict(document);
        this.forces = namesForces(document);
    }

    /** Whether a document tells of armed forces, armed groups, international bodies or attacks. */
    private static boolean tellsConflict(Document document) {
        return namesForces(document)
                || document.sentences().stream()
                                .filter(sentence -> SpeechTables.reportsFacts(
                                        sentence, 0, sentence.tokens().size()))
                                .count()
                        >= FIGHTING;
    }

    /** Whether a document names forces or at least two states. */
    static boolean namesParties(Document document) {
        return namesForces(document)
                || document.sentences().stream()
                                .flatMap(sentence -> sentence.mentions(ActorMention.class))
                                .map(ActorMention::country)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        > 1;
    }

    /** Whether a document names armed forces, armed groups or international bodies. */
    static boolean namesForces(Document document) {
        return document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(ActorMention.class))
                .anyMatch(actor -> actor.kind() == ActorKind.ARMED_GROUP
                        || actor.kind() == ActorKind.MILITARY
                        || actor.kind() == ActorKind.IGO);
    }

    /** Whether a reading is a public act of speech. */
    boolean is(Reading reading) {
        Actor speaker = reading.speaker().value();
        if (speaker.getKind() == ActorKind.MEDIA || !conflict && isUnlisted(reading) && !isToParty(reading)) {
            return false;
        }
        boolean unknown = isUnknown(reading) || !forces && "captain".equals(speaker.getRole());
        Sentence sentence = reading.sentence();
        int all = sentence.tokens().size();
        return switch (reading.act().value()) {
            case COMMENT ->
                !unknown
                        && !describes(reading)
                        && !isPlainPerson(speaker)
                        && !isReporter(reading)
                        && (reading.quote() != null
                                || insists(reading)
                                || (isPolitical(speaker) || isHigh(speaker)) && !tellsFigures(reading)
                                || answers(sentence)
                                || isStateOffice(speaker) && !SpeechTables.reportsFacts(sentence, 0, all))
                        && !(isLocal(speaker) && SpeechTables.reportsFacts(sentence, 0, all));
            case ANNOUNCE ->
                !unknown
                        && !describes(reading)
                        && !isReporter(reading)
                        && (isClaim(reading)
                                || isGroup(speaker)
                                || isHigh(speaker) && !SpeechTables.reportsToll(sentence, 0, all)
                                || !SpeechTables.reportsFacts(sentence, 0, all))
                        && !((speaker.getKind() == ActorKind.MILITARY || isPolitical(speaker) && !isGroup(speaker))
                                && SpeechTables.reportsGround(sentence, 0, all));
            case DEMAND -> isPlain(reading, unknown) && !isEveryday(reading);
            default -> isPlain(reading, unknown);
        };
    }

    private boolean isPlain(Reading reading, boolean unknown) {
        return (!unknown || reading.rule().startsWith("speech-first-person"))
                && !(reading.rule().endsWith("-content") && (isReporter(reading) || isWarReport(reading)));
    }

    /** Whether a state's office or body asks something of everybody rather than of a party. */
    private static boolean isEveryday(Reading reading) {
        int act = reading.act().start();
        return reading.sentence().tokens().stream()
                .filter(token -> token.start() == act)
                .anyMatch(token -> SpeechTables.isEveryday(reading.sentence(), token.index()));
    }

    /** Whether a speaker is, or speaks for, an armed group, whose report of its own attack is a claim. */
    private boolean isGroup(Actor speaker) {
        return speaker.getKind() == ActorKind.ARMED_GROUP || parties.isGroup(speaker.getOrganization());
    }

    /** Whether a state or group is named as the one whom the act is about. */
    private static boolean isToParty(Reading reading) {
        return reading.targets().stream()
                .map(Anchored::value)
                .anyMatch(target -> target.getCountry() != null && target.getRole() == null);
    }

    /** Whether nothing but its own words tells that a speaker has to do with conflicts: no list and no office of a state. */
    private boolean isUnlisted(Reading reading) {
        Actor speaker = reading.speaker().value();
        boolean told = speaker.getCountry() != null
                || reading.rule().startsWith("speech-first-person")
                || speaker.getRole() != null && (!COMMON_OFFICES.contains(speaker.getRole()) || isIntroduced(reading));
        if (told) {
            return false;
        }
        return document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(ActorMention.class))
                .noneMatch(actor -> actor.name().equals(speaker.getOrganization())
                        || actor.name().equals(speaker.getName()));
    }

    /** Whether nothing tells that somebody speaks for a state, body or group: no office, or one that every club has. */
    private static boolean isUnknown(Reading reading) {
        Actor speaker = reading.speaker().value();
        boolean unaffiliated = speaker.getOrganization() == null && speaker.getCountry() == null;
        boolean person = speaker.getKind() == ActorKind.PERSON || speaker.getRole() != null;
        return person
                && unaffiliated
                && (speaker.getRole() == null || COMMON_OFFICES.contains(speaker.getRole()) && !isIntroduced(reading));
    }

    /** Whether a state or body stands in front of the speaker's name: "Mali's junta leader, Colonel X". */
    private static boolean isIntroduced(Reading reading) {
        int name = reading.speaker().start();
        Sentence sentence = reading.sentence();
        boolean party = sentence.tokens().stream()
                .filter(token -> token.end() <= name && name - token.end() <= TITLE)
                .anyMatch(token -> POLITICAL.contains(token.lower()));
        return party
                || sentence.mentions(ActorMention.class)
                        .mapToInt(actor -> sentence.endOf(actor.to()))
                        .anyMatch(end -> end <= name && name - end <= TITLE);
    }

    /** Whether a person speaks for nothing that is known, so that a mere remark is no event. */
    private static boolean isPlainPerson(Actor speaker) {
        return speaker.getOrganization() == null
                && (speaker.getKind() == ActorKind.PERSON
                        || "head".equals(speaker.getRole()) && speaker.getCountry() == null);
    }

    /** Whether the speaker reports for a living, by name or by the words around the name: "police spokesman X". */
    private static boolean isReporter(Reading reading) {
        Sentence sentence = reading.sentence();
        boolean here = reading.speaker().end() <= sentence.end();
        int start = here ? Math.max(0, reading.speaker().start() - sentence.start()) : 0;
        String title = sentence.text().substring(Math.max(0, start - TITLE), start);
        return SpeechTables.isReporter(reading.speaker().value()) || SpeechTables.namesReporter(title);
    }

    /** Whether an army tells a toll, so that its words for the enemy are no act of their own: "killing many terrorists". */
    private static boolean isWarReport(Reading reading) {
        Sentence sentence = reading.sentence();
        boolean blames =
                reading.act().value() == StatementAct.CONDEMN || reading.act().value() == StatementAct.ACCUSE;
        return blames
                && reading.speaker().value().getKind() == ActorKind.MILITARY
                && SpeechTables.reportsToll(sentence, 0, sentence.tokens().size());
    }

    /** Whether the verb is one that takes a stand rather than passes a report on: "reiterated that". */
    private static boolean insists(Reading reading) {
        int from = reading.act().start() - reading.sentence().start();
        int to = reading.act().end() - reading.sentence().start();
        return reading.speaker().value().getKind() != ActorKind.PERSON
                && STAND.matcher(reading.sentence().text().substring(from, to)).matches();
    }

    /** Whether the act is a claim of responsibility, which may well tell a toll. */
    private static boolean isClaim(Reading reading) {
        int from = reading.act().start() - reading.sentence().start();
        int to = reading.act().end() - reading.sentence().start();
        return CLAIMS.matcher(reading.sentence().text().substring(from, to)).matches();
    }

    private static boolean isLocal(Actor speaker) {
        return speaker.getOrganization() == null
                && speaker.getRole() != null
                && LOCAL_OFFICES.contains(speaker.getRole());
    }

    private static boolean isStateOffice(Actor speaker) {
        return speaker.getRole() != null && !isLocal(speaker);
    }

    /** Whether a speaker is a civil body of a state or of states, whose plain words are politics: "the White House said". */
    private static boolean isPolitical(Actor speaker) {
        return speaker.getRole() == null
                && (speaker.getKind() == ActorKind.STATE
                        || speaker.getKind() == ActorKind.IGO
                        || speaker.getKind() == ActorKind.ARMED_GROUP);
    }

    /** Whether somebody speaks for a whole state or body of states, so that words on troops are politics too. */
    private static boolean isHigh(Actor speaker) {
        return speaker.getRole() != null && HIGH_OFFICES.contains(speaker.getRole());
    }

    /** Whether what is said reports facts: attacks, victims, ground or other figures. */
    private static boolean tellsFigures(Reading reading) {
        Sentence sentence = reading.sentence();
        Anchored<String> content = reading.content();
        int from = content == null ? 0 : tokensBefore(sentence, content.start());
        int to = content == null ? sentence.tokens().size() : tokensBefore(sentence, content.end());
        return SpeechTables.reportsFacts(sentence, from, to)
                || SpeechTables.reportsGround(sentence, from, to)
                || sentence.mentions(CountMention.class)
                        .anyMatch(count -> FIGURES.contains(count.role()) && count.from() >= from && count.to() <= to)
                || isObjectOnly(reading);
    }

    /** Whether a verb of speech has only an object and tells no words: "the mission adds a case". */
    private static boolean isObjectOnly(Reading reading) {
        List<Token> tokens = reading.sentence().tokens();
        int verb = tokensBefore(reading.sentence(), reading.act().start());
        return verb + 1 < tokens.size()
                && tokens.get(verb).lemma().equals("add")
                && OBJECT.contains(tokens.get(verb + 1).tag());
    }

    /** Whether a clause only describes something by a speech: "a raid that Kyiv said it had made", "the truce that X had declared". */
    private static boolean describes(Reading reading) {
        Sentence sentence = reading.sentence();
        List<Token> tokens = sentence.tokens();
        int speaker = tokensBefore(sentence, reading.speaker().start());
        while (speaker > 0
                && speaker < tokens.size()
                && tokens.get(speaker - 1).tag().equals("DT")
                && !tokens.get(speaker - 1).lower().equals("that")) {
            speaker--;
        }
        return speaker > 1
                && speaker < tokens.size()
                && RELATIVE.contains(tokens.get(speaker - 1).lower())
                && tokens.get(speaker - 2).tag().startsWith("NN");
    }

    private static int tokensBefore(Sentence sentence, int character) {
        return (int) sentence.tokens().stream()
                .filter(token -> token.start() < character)
                .count();
    }

    /** Whether a sentence opens with the question that is answered: "Asked about the raid, the army said". */
    private static boolean answers(Sentence sentence) {
        return ANSWERS.contains(sentence.tokens().get(0).lower());
    }

    /** Estimated probability that a reading is right, as measured on development texts. */
    static double confidence(Reading reading) {
        boolean told = !reading.rule().endsWith("-content") && reading.act().value() != StatementAct.COMMENT;
        boolean named = reading.rule().startsWith("speech-subject");
        return told ? (named ? 0.75 : 0.6) : 0.4;
    }
}
