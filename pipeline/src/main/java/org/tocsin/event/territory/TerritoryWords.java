package org.tocsin.event.territory;

import java.util.Optional;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;

/** Words around a change of control that tell whether it is one of war. */
final class TerritoryWords {
    /** Words that only the side which takes a place uses for it. */
    private static final Set<String> OWN_WORDS = Set.of("liberate", "clear", "secure");

    private static final CueTable<Unless> NOT_WAR = CueTable.of(
            KnowledgeTable.load(TerritoryWords.class, "territory-exclusions.tsv", "words", "unless"),
            row -> Optional.ofNullable(row.constant("unless", Unless.class))
                    .orElseThrow(() -> row.error("unless is empty")));
    private static final CueTable<Boolean> WAR =
            CueTable.of(KnowledgeTable.load(TerritoryWords.class, "territory-war-words.tsv", "words"), row -> true);

    /** When a word that usually tells of no war does not matter. */
    private enum Unless {
        NEVER,
        /** Where an armed force or group is who acts. */
        ARMED
    }

    private TerritoryWords() {}

    static boolean isOwn(Token verb) {
        return OWN_WORDS.contains(verb.lemma());
    }

    /** Whether the words of a sentence make it one of sport, business, fiction or the distant past. */
    static boolean isPeaceful(Sentence sentence, boolean armedActor) {
        return NOT_WAR.find(sentence).stream().anyMatch(cue -> !armedActor || cue.meaning() == Unless.NEVER);
    }

    /** Whether a sentence speaks of fighting or of arms. */
    static boolean isWarlike(Sentence sentence) {
        return !WAR.find(sentence).isEmpty();
    }
}
