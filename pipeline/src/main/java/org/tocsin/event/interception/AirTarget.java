package org.tocsin.event.interception;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.InterceptedKind;

/**
 * Something that flies and can be brought down, as air-targets.tsv knows it, named by the noun that heads its phrase: the "drone"
 * of "a drone attack" is none.
 *
 * @param from index of its first token
 * @param to index behind its last token
 * @param kind what it is
 * @param phrase index of the first token of its noun phrase
 */
record AirTarget(int from, int to, InterceptedKind kind, int phrase) {
    private static final Set<String> BEHIND_TARGET =
            Set.of("inbound", "overnight", "mid-air", "midair", "today", "yesterday", "en");
    /** Bearings behind a target: "a drone north of the port". */
    private static final Set<String> BEARINGS =
            Set.of("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest");

    private static final Set<String> PHRASE_TAGS = Tags.like("DT|CD|JJ|NNP?");
    private static final Set<String> NOUN_PHRASE = Tags.like("DT|JJ.?|NN.*|CD|POS|PRP\\$|\\$");
    private static final Set<String> QUOTE = Tags.like("``|''");

    private static final int LONGEST_PHRASE = 9;
    private static final CueTable<InterceptedKind> KINDS = CueTable.of(
            KnowledgeTable.load(AirTarget.class, "air-targets.tsv", "words", "what"),
            row -> Optional.ofNullable(row.constant("what", InterceptedKind.class))
                    .orElseThrow(() -> row.error("what is empty")));

    /** The targets of a sentence in order. */
    static List<AirTarget> in(Sentence sentence) {
        List<AirTarget> targets = KINDS.find(sentence).stream()
                .filter(cue -> isHead(sentence, cue.to()) && !isOfDefence(sentence, cue))
                .map(cue -> new AirTarget(cue.from(), cue.to(), cue.meaning(), phrase(sentence, cue.from())))
                .toList();
        return targets.stream()
                .filter(target -> targets.stream()
                        .noneMatch(other -> other.from() > target.from() && other.phrase() <= target.from()))
                .toList();
    }

    /** Whether the words name exactly one thing. */
    boolean isSingular(Sentence sentence) {
        Token head = sentence.tokens().get(to - 1);
        return head.tag().equals("NN")
                || !head.lower().endsWith("s")
                        && (head.tag().equals("NNP") || head.text().chars().anyMatch(Character::isDigit));
    }

    /** "a surface-to-air missile": whether the words end the name of what air defence itself fires. */
    private static boolean isOfDefence(Sentence sentence, CueTable.Cue<InterceptedKind> cue) {
        return sentence.mentions(WeaponMention.class)
                .filter(weapon -> weapon.method() == null && weapon.system() == null)
                .anyMatch(weapon -> weapon.from() < cue.to() && cue.from() < weapon.to());
    }

    private static boolean isHead(Sentence sentence, int next) {
        int at = next;
        boolean model =
                sentence.mentions(WeaponMention.class).anyMatch(weapon -> weapon.from() < at && at < weapon.to());
        if (model
                && next + 1 < sentence.tokens().size()
                && sentence.tokens().get(next).tag().equals("CD")) {
            return isHead(sentence, next + 1);
        }
        if (next >= sentence.tokens().size()) {
            return true;
        }
        Token token = sentence.tokens().get(next);
        boolean noun = token.tag().equals("NN")
                || token.tag().equals("NNS")
                || token.tag().equals("POS");
        boolean bearing = BEARINGS.contains(token.lower())
                && next + 1 < sentence.tokens().size()
                && sentence.tokens().get(next + 1).lower().equals("of");
        boolean aside = bearing || BEHIND_TARGET.contains(token.lower());
        boolean mark = token.text().chars().noneMatch(Character::isLetterOrDigit)
                && !token.tag().equals("POS");
        return !noun || mark || aside || sentence.mentions(DateMention.class).anyMatch(date -> date.from() == at);
    }

    private static int phrase(Sentence sentence, int from) {
        int start = from;
        while (start > 0
                && from - start < LONGEST_PHRASE
                && (isModifier(sentence.tokens().get(start - 1)) || isInner(sentence, start - 1))) {
            start--;
        }
        return start;
    }

    /** "a Kh-59 guided missile": a participle inside a noun phrase. */
    private static boolean isInner(Sentence sentence, int token) {
        return token > 0
                && Tags.PARTICIPLE.contains(sentence.tokens().get(token).tag())
                && PHRASE_TAGS.contains(sentence.tokens().get(token - 1).tag());
    }

    private static boolean isModifier(Token token) {
        return NOUN_PHRASE.contains(token.tag())
                || Tags.PARTICIPLE.contains(token.tag())
                        && (token.text().contains("-")
                                || Character.isUpperCase(token.text().charAt(0)))
                || token.text().equals("\"")
                || QUOTE.contains(token.tag());
    }
}
