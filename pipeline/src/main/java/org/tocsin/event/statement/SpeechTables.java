package org.tocsin.event.statement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
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
    private static final CueTable<StatementAct> VERBS = acts("speech-acts.tsv");
    static final CueTable<StatementAct> NOUNS = acts("noun-acts.tsv");
    private static final CueTable<StatementAct> CONTENTS = acts("content-acts.tsv");
    private static final CueTable<StatementAct> OPERATIVE = acts("operative-verbs.tsv");
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
        return VERBS.find(sentence).stream()
                .map(cue -> {
                    StatementAct split = SplitVerbs.act(sentence, cue.from());
                    return split == null || cue.length() > 1
                            ? cue
                            : new CueTable.Cue<>(cue.from(), cue.to(), split);
                })
                .toList();
    }

    /** The act that the words from (inclusive) to to (exclusive) of a sentence tell; null where they tell none. */
    static @Nullable StatementAct actOfContent(Sentence sentence, int from, int to) {
        return CONTENTS.find(sentence).stream()
                .filter(cue -> cue.from() >= from && cue.to() <= to)
                .findFirst()
                .map(CueTable.Cue::meaning)
                .orElse(null);
    }

    /** Those addressed by a common noun: "all parties", "the international community". */
    static List<Anchored<Actor>> addressees(Document document, Content content) {
        Sentence sentence = content.sentence();
        return ADDRESSEES.find(sentence).stream()
                .filter(cue -> cue.from() >= content.from() && cue.to() <= content.to())
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
