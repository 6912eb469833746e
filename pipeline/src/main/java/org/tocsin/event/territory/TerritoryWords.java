package org.tocsin.event.territory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;

/** Words around a change of control that tell whether it is one of war. */
final class TerritoryWords {
    /** Words that only the side which takes a place uses for it. */
    private static final Set<String> OWN_WORDS = Set.of("liberate", "clear", "secure", "free");

    private static final CueTable<Unless> NOT_WAR = CueTable.of(
            KnowledgeTable.load(TerritoryWords.class, "territory-exclusions.tsv", "words", "unless"),
            row -> Optional.ofNullable(row.constant("unless", Unless.class))
                    .orElseThrow(() -> row.error("unless is empty")));
    private static final CueTable<Boolean> WAR =
            CueTable.of(KnowledgeTable.load(TerritoryWords.class, "territory-war-words.tsv", "words"), row -> true);

    private static final CueTable<Boolean> UNOPPOSED =
            CueTable.of(KnowledgeTable.load(TerritoryWords.class, "unopposed-words.tsv", "words"), row -> true);

    private static final int TIME_REACH = 12;
    private static final Set<String> TIMES = Set.of("minute", "hour", "day", "night", "week", "month");

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

    /** Whether nobody fights those who enter a place, so that it is theirs. */
    static boolean isUnopposed(Sentence sentence) {
        return !UNOPPOSED.find(sentence).isEmpty();
    }

    /** "for about three hours", "for part of a day": whether a time stands behind "for" soon behind a token. */
    static boolean isTimed(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        int end = Math.min(tokens.size(), from + TIME_REACH);
        for (int i = from; i < end; i++) {
            if (tokens.get(i).lower().equals("for")) {
                return tokens.subList(i + 1, Math.min(tokens.size(), i + 7)).stream()
                        .anyMatch(token -> TIMES.contains(token.lemma()));
            }
        }
        return false;
    }
}
