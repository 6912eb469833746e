package org.tocsin.event.casualty;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.event.DatedActs;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.DatePrecision;

/** Tells tolls of one incident from totals over days, months or a war, by cumulative-cues.tsv and the dates of the sentence. */
final class TollScope {
    private static final Pattern COURSE = Pattern.compile("(?s).*\\b(in|during|throughout|for|over|between)\\b.*");
    private static final Set<String> RELATIVES = Set.of("that", "which");
    private static final Set<String> SINGLING = Set.of("a", "an", "the", "this", "that", "'s", "another");
    /** Tags of the words between "since" and the day of a beginning. */
    private static final Set<String> BEGINNING = Tags.like("DT|JJ.?|NN.*|IN|VBG|POS|PRP.");

    private static final Set<String> DYING = Set.of("die", "succumb");

    /** Most words of "who died of their wounds since"; own choice. */
    private static final int LONGEST_RELATIVE = 10;

    /** Most of these words; own choice. */
    private static final int LONGEST_BEGINNING = 8;

    private static final Set<String> MODIFIERS_OF_ACT = Tags.like("JJ.?|NN.*|VBG|VBN|POS|HYPH");

    private static final CueTable<Strength> CUES = CueTable.of(
            KnowledgeTable.load(TollScope.class, "cumulative-cues.tsv", "words", "strength"),
            row -> Optional.ofNullable(row.constant("strength", Strength.class))
                    .orElseThrow(() -> row.error("strength is empty")));
    private static final Set<String> ACT_TAGS = Tags.like("NN.*|VBG");

    private TollScope() {}

    private enum Strength {
        /** Tells a total. */
        SURE,
        /** Tells a total where the sentence names no single act. */
        LOOSE
    }

    /** The scope of the figures of a sentence, with the words that tell a total. */
    static Anchored<CasualtyScope> of(Sentence sentence) {
        boolean oneAct = namesOneAct(sentence);
        Anchored<CasualtyScope> cue = CUES.find(sentence).stream()
                .filter(found -> found.meaning() == Strength.SURE || !oneAct)
                .filter(found -> !lower(sentence, found.from() - 1).equals("time"))
                .min(Comparator.comparingInt(CueTable.Cue::from))
                .map(found -> Anchored.at(sentence, found.from(), found.to(), CasualtyScope.CUMULATIVE))
                .orElse(null);
        if (cue != null) {
            return cue;
        }
        DateMention span = sentence.mentions(DateMention.class)
                .filter(date -> isSince(sentence, date) || !oneAct && isLong(sentence, date) || isSpan(date))
                .findFirst()
                .orElse(null);
        return span == null
                ? Anchored.unread(CasualtyScope.INCIDENT)
                : Anchored.at(sentence, span, CasualtyScope.CUMULATIVE);
    }

    /** Index of the first token that tells a total; the number of tokens where none does. */
    static int from(Sentence sentence) {
        Anchored<CasualtyScope> scope = of(sentence);
        for (Token token : sentence.tokens()) {
            if (scope.isRead() && sentence.startOf(token.index()) >= scope.start()) {
                return token.index();
            }
        }
        return sentence.tokens().size();
    }

    /** Whether a span begins with the date, unless the last of those dying of an act is counted: "hurt in Monday's raid, its third victim". */
    private static boolean isSince(Sentence sentence, DateMention date) {
        if (DatedActs.owns(sentence, date) && !OrdinalTolls.in(sentence).isEmpty() || isOfLaterDeaths(sentence, date)) {
            return false;
        }
        return lower(sentence, date.from()).equals("since") || isLedBySince(sentence, date.from() - 1);
    }

    /** "two women who had died of their burns since Monday": a span of deaths among the hurt, not of the toll. */
    private static boolean isOfLaterDeaths(Sentence sentence, DateMention date) {
        List<Token> tokens = sentence.tokens();
        boolean died = false;
        for (int i = date.from() - 1; i >= Math.max(0, date.from() - LONGEST_RELATIVE); i--) {
            died |= DYING.contains(tokens.get(i).lemma());
            if (tokens.get(i).lower().equals("who")) {
                return died;
            }
        }
        return false;
    }

    /**
     * "Since the surgical strikes of 29 September": at the head of a sentence a span from what happened on a day; behind, the words may
     * go on about that day ("the worst since the bombing of May 2020, in which ten died").
     */
    private static boolean isLedBySince(Sentence sentence, int before) {
        for (int i = before; i >= Math.max(0, before - LONGEST_BEGINNING); i--) {
            if (lower(sentence, i).equals("since")) {
                return i == before || i == 0;
            }
            if (!BEGINNING.contains(sentence.tokens().get(i).tag())) {
                return false;
            }
        }
        return false;
    }

    /** "between 1 and 24 March": days from one to another. */
    private static boolean isSpan(DateMention date) {
        return date.precision() == DatePrecision.DAY && date.start().plusDays(1).isBefore(date.end());
    }

    /** "in February": a month or year as a whole, led by a word for its course. */
    private static boolean isLong(Sentence sentence, DateMention date) {
        boolean period = date.precision() == DatePrecision.MONTH || date.precision() == DatePrecision.YEAR;
        String words = lower(sentence, date.from()) + " " + lower(sentence, date.from() - 1);
        return period && COURSE.matcher(words).matches();
    }

    /** Whether the sentence names one act: "the bombing", "an Israeli air strike", "Monday's raid". */
    private static boolean namesOneAct(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (ACT_TAGS.contains(tokens.get(i).tag())
                    && DatedActs.NOUNS.contains(tokens.get(i).lower())
                    && isSingle(tokens, i)) {
                return true;
            }
        }
        return NewActs.tellsWhen(sentence)
                || sentence.mentions(WeaponMention.class).anyMatch(weapon -> isWeaponThat(tokens, weapon));
    }

    /** "the bomb that killed two", "a drone which": one weapon with what it did. */
    private static boolean isWeaponThat(List<Token> tokens, WeaponMention weapon) {
        return weapon.to() < tokens.size()
                && RELATIVES.contains(tokens.get(weapon.to()).lower())
                && tokens.get(weapon.to() - 1).tag().equals("NN")
                && isSingle(tokens, weapon.to() - 1);
    }

    private static boolean isSingle(List<Token> tokens, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - 5); i--) {
            if (SINGLING.contains(tokens.get(i).lower())) {
                return true;
            }
            if (!MODIFIERS_OF_ACT.contains(tokens.get(i).tag())) {
                return false;
            }
        }
        return false;
    }

    private static String lower(Sentence sentence, int token) {
        return token < 0 || token >= sentence.tokens().size()
                ? ""
                : sentence.tokens().get(token).lower();
    }
}
