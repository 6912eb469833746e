package org.tocsin.event.interception;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;

/** Finds the number that counts a target: in its phrase, in front of a list of makes, or as a part of a total. */
final class TargetCounts {
    private TargetCounts() {}

    /** "99 % of the 300 drones", "most of the 30 rockets": the number tells how many came. */
    static boolean isShare(Sentence sentence, CountMention total) {
        List<Token> tokens = sentence.tokens();
        int of = total.from() - 1;
        while (of > 0 && TallyWords.BOUND_WORDS.contains(tokens.get(of).lower())) {
            of--;
        }
        return of > 0
                && tokens.get(of).lower().equals("of")
                && TallyWords.SHARES.contains(tokens.get(of - 1).lower());
    }

    /** The number in the phrase of a target. */
    static @Nullable CountMention of(Sentence sentence, AirTarget target) {
        return sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN && mention.to() <= target.from())
                .filter(mention -> target.from() - mention.to() <= 8 && !isModel(sentence, mention))
                .filter(mention -> isModelList(sentence, mention, target)
                        || isPhrase(sentence, mention, target)
                                && (mention.head() < 0 || !isOther(sentence, mention.head(), target)))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static boolean isPhrase(Sentence sentence, CountMention number, AirTarget target) {
        return sentence.tokens().subList(number.to(), target.from()).stream()
                .allMatch(token -> TallyWords.PHRASE_TAGS.contains(token.tag())
                        || token.lower().equals("of")
                        || token.lower().equals("-"));
    }

    /** "97 Shahed, Gerbera, and other drones": whether a number counts a list of makes that "other" ends, all of one kind. */
    private static boolean isModelList(Sentence sentence, CountMention number, AirTarget target) {
        List<Token> list = sentence.tokens().subList(number.to(), target.from());
        return list.stream().anyMatch(token -> token.lower().equals("other"))
                && list.stream()
                        .anyMatch(token -> Character.isUpperCase(token.text().charAt(0)))
                && list.stream()
                        .allMatch(token -> TallyWords.LIST_TAGS.contains(token.tag())
                                || token.lower().equals("of"));
    }

    /** Whether a number belongs to the name of a weapon ("Hermes 450"). */
    private static boolean isModel(Sentence sentence, CountMention number) {
        return isPartOfName(sentence, number.from());
    }

    private static boolean isPartOfName(Sentence sentence, int token) {
        return sentence.mentions(WeaponMention.class).anyMatch(weapon -> weapon.from() < token && token < weapon.to());
    }

    /** Whether a number counts another thing that stands before the target ("two types of drones" counts, "three launchers and drones" not). */
    private static boolean isOther(Sentence sentence, int head, AirTarget target) {
        return head < target.from()
                && sentence.tokens().subList(head, target.from()).stream()
                        .anyMatch(
                                token -> token.tag().equals("CC") || token.tag().equals("IN"));
    }

    /** The number in front of a total: 58 of "58 of 76 drones", "58 out of the 76 drones". */
    static @Nullable CountMention part(Sentence sentence, CountMention total) {
        Optional<CountMention> before = sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN && mention.to() < total.from())
                .reduce((one, other) -> other);
        return before.filter(mention -> TallyWords.OUT_OF.contains(
                        sentence.tokens().get(mention.to()).lower()))
                .filter(mention -> sentence.tokens().subList(mention.to(), total.from()).stream()
                        .allMatch(token -> TallyWords.WHOLE.contains(token.lower())))
                .orElse(null);
    }

    /** "a drone", "one rocket", "army drone": one; "both missiles": two. */
    static @Nullable Anchored<Count> single(Sentence sentence, AirTarget target) {
        Token first = sentence.tokens().get(target.phrase());
        if (first.lower().equals("both")) {
            return Anchored.at(
                    sentence, target.phrase(), target.phrase() + 1, new Count(2, 2, 2, Bound.EXACT, first.text()));
        }
        boolean bare = sentence.tokens().subList(target.phrase(), target.from()).stream()
                .noneMatch(token -> TallyWords.DETERMINER.contains(token.tag())
                        || token.tag().equals("CD") && !isPartOfName(sentence, token.index()));
        boolean one = (TallyWords.ONE.contains(first.lower()) || bare) && target.isSingular(sentence);
        return one
                ? Anchored.at(
                        sentence, target.phrase(), target.phrase() + 1, new Count(1, 1, 1, Bound.EXACT, first.text()))
                : null;
    }
}
