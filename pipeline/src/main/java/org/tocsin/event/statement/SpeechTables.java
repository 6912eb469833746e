package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/**
 * What the tables of this package know: words of speech with their acts (speech-acts.tsv), words of what is said that tell the act
 * where the verb does not (content-acts.tsv), words of bare reports (reported-facts.tsv) and bodies that report for a living
 * (reporters.tsv).
 */
final class SpeechTables {
    private static final Set<String> PLURAL = Tags.like("NNP?S");
    private static final Set<String> SINGULAR = Tags.like("NNP?|VB");
    private static final Set<String> OBJECT_BEGINS = Tags.like("DT|PDT|PRP\\$");
    private static final Set<String> NAMES = Tags.like("NNPS?|NNS");
    private static final Set<String> NAME_ENDS = Tags.like("VB[DZP]|MD|,|\\.");
    private static final Set<String> CONTENT_BEGINS = Tags.like("PRP|DT|NNP.?|EX");

    /** Verbs that tell an act only with the word behind their object: "press X for". */
    private static final Set<String> SPLIT_ONLY = Set.of("hold", "press", "expect");

    private static final Set<String> OUGHT = Set.of("must", "should", "ought");
    private static final Set<String> OURSELVES = Set.of("we", "i");
    private static final Set<String> WANTED = Tags.like("DT|PRP|JJ.?|NN.*|CD");

    private static final CueTable<StatementAct> VERBS = acts("speech-acts.tsv");
    static final CueTable<StatementAct> NOUNS = acts("noun-acts.tsv");
    private static final CueTable<StatementAct> CONTENTS = acts("content-acts.tsv");
    private static final CueTable<StatementAct> OPERATIVE = acts("operative-verbs.tsv");
    /** Verbs of speech that tell a deed by the word behind them: "responded with artillery". */
    static final CueTable<String> DEEDS =
            CueTable.of(KnowledgeTable.load(SpeechTables.class, "deeds.tsv", "words"), row -> row.required("words"));

    private static final CueTable<ActorKind> ADDRESSEES =
            CueTable.of(KnowledgeTable.load(SpeechTables.class, "addressees.tsv", "words", "kind"), row -> {
                ActorKind kind = row.constant("kind", ActorKind.class);
                if (kind == null) {
                    throw row.error("kind is empty");
                }
                return kind;
            });
    private static final CueTable<Fact> FACTS = CueTable.of(
            KnowledgeTable.load(SpeechTables.class, "reported-facts.tsv", "words", "fact"), SpeechTables::fact);
    private static final List<String> REPORTERS =
            KnowledgeTable.load(SpeechTables.class, "reporters.tsv", "words").rows().stream()
                    .map(row -> row.required("words").toLowerCase(Locale.ROOT))
                    .toList();

    private static final Set<String> EVERYDAY = KnowledgeTable.words(SpeechTables.class, "everyday-addressees.tsv");

    /** Nouns for the sides of a conflict or talk, as in "both sides", "the two governments". */
    static final Set<String> SIDES = KnowledgeTable.words(SpeechTables.class, "sides.tsv");

    private static final Set<String> CONDOLENCES = KnowledgeTable.words(SpeechTables.class, "condolences.tsv");
    /** Words from a verb to its condolences. */
    private static final int CONDOLENCE_REACH = 9;

    private static final Set<String> WORRIES = KnowledgeTable.words(SpeechTables.class, "worries.tsv");

    private static final int EVERYDAY_REACH = 4;

    private SpeechTables() {}

    /** What a bare report tells: figures of victims, an attack or operation, or the ground won or lost. */
    enum Fact {
        TOLL,
        ATTACK,
        GROUND
    }

    private static CueTable<StatementAct> acts(String resource) {
        return CueTable.of(KnowledgeTable.load(SpeechTables.class, resource, "words", "act"), row -> {
            StatementAct act = row.constant("act", StatementAct.class);
            if (act == null || act == StatementAct.UNKNOWN) {
                throw row.error("act must name an act of speech");
            }
            return act;
        });
    }

    private static Fact fact(KnowledgeTable.Row row) {
        Fact fact = row.constant("fact", Fact.class);
        if (fact == null) {
            throw row.error("fact must be TOLL, ATTACK or GROUND");
        }
        return fact;
    }

    /** The words of speech of a sentence, those that are split by an object included: "holds Israel responsible". */
    static List<CueTable.Cue<StatementAct>> verbs(Sentence sentence) {
        List<CueTable.Cue<StatementAct>> verbs = new ArrayList<>(LightVerbs.find(sentence));
        List<CueTable.Cue<StatementAct>> plain = VERBS.find(sentence).stream()
                .filter(cue -> verbs.stream().noneMatch(light -> light.from() <= cue.from() && cue.from() < light.to()))
                .toList();
        for (CueTable.Cue<StatementAct> cue : plain) {
            StatementAct split = cue.length() > 1 ? null : SplitVerbs.act(sentence, cue.from());
            if (split != null) {
                verbs.add(new CueTable.Cue<>(cue.from(), cue.to(), split));
            } else if (cue.length() > 1 || speaksAlone(sentence, cue.from())) {
                verbs.add(cue);
            }
        }
        OPERATIVE.find(sentence).stream()
                .filter(cue -> isMistakenForNoun(sentence, cue.from()))
                .filter(cue -> verbs.stream().noneMatch(verb -> verb.from() == cue.from()))
                .limit(1)
                .forEach(verbs::add);
        verbs.sort(Comparator.comparingInt(CueTable.Cue::from));
        return verbs;
    }

    /** Whether a verb tells an act by itself: "wants a guarantee", but neither "wants to go" nor "holds the town". */
    private static boolean speaksAlone(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        String lemma = tokens.get(verb).lemma();
        return !SPLIT_ONLY.contains(lemma)
                && (!lemma.equals("want")
                        || verb + 1 < tokens.size()
                                && WANTED.contains(tokens.get(verb + 1).tag()));
    }

    /** Whether a verb of a headline or a plain sentence ends like a plural and is tagged as one: "Caracas slams the". */
    static boolean isMistakenForNoun(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        return isBaseForm(sentence, token)
                || token > 0
                        && token + 1 < tokens.size()
                        && PLURAL.contains(tokens.get(token).tag())
                        && !NAME_ENDS.contains(tokens.get(token + 1).tag())
                        && OPERATIVE.at(sentence, token) != null
                        && tokens.subList(0, token).stream().noneMatch(before -> Tags.FINITE.contains(before.tag()));
    }

    /** Whether a reading only condoles with victims: "extends its condolences". */
    static boolean isCondolence(Reading reading) {
        return reading.act().value() == StatementAct.SUPPORT
                && reading.sentence().tokens().stream()
                        .filter(token -> token.start() >= reading.act().start())
                        .limit(CONDOLENCE_REACH)
                        .anyMatch(token -> CONDOLENCES.contains(token.lower()));
    }

    /** Whether a verb behind a plural is tagged as a noun: "the members of the council urge all parties". */
    private static boolean isBaseForm(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        boolean noun = token > 0
                && token + 2 < tokens.size()
                && SINGULAR.contains(tokens.get(token).tag())
                && OPERATIVE.at(sentence, token) != null;
        if (!noun) {
            return false;
        }
        Token next = tokens.get(token + 1);
        boolean object = OBJECT_BEGINS.contains(next.tag())
                || next.tag().equals("IN")
                        && OBJECT_BEGINS.contains(tokens.get(token + 2).tag());
        boolean told = tokens.subList(0, token).stream().anyMatch(before -> Tags.FINITE.contains(before.tag()));
        return object
                && (tokens.get(token - 1).lower().equals("and")
                        ? told && !VERBS.find(sentence).isEmpty()
                        : !told && NAMES.contains(tokens.get(token - 1).tag()));
    }

    /** Whether words of speech only voice a worry: "is deeply concerned". */
    static boolean isWorry(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return cue.length() > 1
                && WORRIES.contains(sentence.tokens().get(cue.to() - 1).lower());
    }

    /** The act that the words from (inclusive) to to (exclusive) of a sentence, as far as a test lets them count, tell: a threat before others; null where they tell none. */
    static @Nullable StatementAct actOfContent(
            Sentence sentence, int from, int to, Predicate<CueTable.Cue<StatementAct>> counts) {
        List<StatementAct> told = CONTENTS.find(sentence).stream()
                .filter(cue -> cue.from() >= from
                        && cue.to() <= to
                        && !isCondition(sentence, cue)
                        && !isOwnNeed(sentence, cue)
                        && !isDemanded(sentence, from, cue)
                        && counts.test(cue))
                .map(CueTable.Cue::meaning)
                .toList();
        return told.contains(StatementAct.THREATEN) ? StatementAct.THREATEN : told.isEmpty() ? null : told.get(0);
    }

    /** Whether somebody is asked to punish rather than threatened: "must act and hold those responsible to account". */
    private static boolean isDemanded(Sentence sentence, int from, CueTable.Cue<StatementAct> cue) {
        return cue.meaning() == StatementAct.THREATEN
                && sentence.tokens().get(cue.from()).lemma().equals("hold")
                && CONTENTS.find(sentence).stream()
                        .anyMatch(before -> before.from() >= from
                                && before.to() <= cue.from()
                                && before.meaning() == StatementAct.DEMAND);
    }

    /** Whether nobody else is asked: "he had to leave", "a fight that we must win". */
    private static boolean isOwnNeed(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        List<Token> tokens = sentence.tokens();
        boolean ourselves = cue.from() > 0
                && OUGHT.contains(tokens.get(cue.from()).lower())
                && OURSELVES.contains(tokens.get(cue.from() - 1).lower());
        return ourselves
                || tokens.get(cue.from()).lemma().equals("have")
                        && tokens.get(cue.to() - 1).lower().equals("to")
                        && (cue.from() == 0 || !tokens.get(cue.from() - 1).tag().startsWith("NN"));
    }

    /** Whether "should" stands for "if": "should it intervene". */
    private static boolean isCondition(Sentence sentence, CueTable.Cue<StatementAct> cue) {
        return cue.to() < sentence.tokens().size()
                && sentence.tokens().get(cue.from()).lower().equals("should")
                && CONTENT_BEGINS.contains(sentence.tokens().get(cue.to()).tag());
    }

    /** Whether a demand goes to the public at large: "urged residents to save water". */
    static boolean isEveryday(Sentence sentence, int verb) {
        return sentence.tokens().stream()
                .skip(verb)
                .limit(EVERYDAY_REACH)
                .anyMatch(token -> EVERYDAY.contains(token.lower()));
    }

    /** Those addressed by a common noun: "all parties", "the international community". */
    static List<Anchored<Actor>> addressees(Document document, Content content) {
        Sentence sentence = content.sentence();
        return ADDRESSEES.find(sentence).stream()
                .filter(cue -> cue.from() >= content.from() && cue.to() <= content.to())
                .filter(cue -> cue.to() >= sentence.tokens().size()
                        || !sentence.tokens().get(cue.to()).tag().startsWith("NNP"))
                .limit(1)
                .map(cue -> {
                    String words = document.text(sentence.startOf(cue.from()), sentence.endOf(cue.to()));
                    return Anchored.at(
                            sentence, cue.from(), cue.to(), new Actor(words, words, null, null, null, cue.meaning()));
                })
                .toList();
    }

    /** The verb that opens a paragraph of a resolution, whatever the tagger takes it for; null where none does. */
    static CueTable.@Nullable Cue<StatementAct> operative(Sentence sentence) {
        return OPERATIVE.find(sentence).stream().findFirst().orElse(null);
    }

    /** Whether some words of a sentence report a toll. */
    static boolean reportsToll(Sentence sentence, int from, int to) {
        return FACTS.find(sentence).stream()
                .anyMatch(cue -> cue.from() >= from && cue.to() <= to && cue.meaning() == Fact.TOLL);
    }

    /** Whether some words of a sentence report a toll, an attack or an operation. */
    static boolean reportsFacts(Sentence sentence, int from, int to) {
        return FACTS.find(sentence).stream()
                .anyMatch(cue -> cue.from() >= from && cue.to() <= to && cue.meaning() != Fact.GROUND);
    }

    /** Whether some words of a sentence report ground won or lost. */
    static boolean reportsGround(Sentence sentence, int from, int to) {
        return FACTS.find(sentence).stream()
                .anyMatch(cue -> cue.from() >= from && cue.to() <= to && cue.meaning() == Fact.GROUND);
    }

    /** Whether a speaker reports for a living: police, hospitals, rescuers. */
    static boolean isReporter(Actor speaker) {
        return namesReporter(speaker.getName() + ' ' + speaker.getOrganization() + ' ' + speaker.getText());
    }

    /** Whether some words name somebody who reports for a living. */
    static boolean namesReporter(String words) {
        String named = words.toLowerCase(Locale.ROOT);
        return REPORTERS.stream().anyMatch(named::contains);
    }
}
