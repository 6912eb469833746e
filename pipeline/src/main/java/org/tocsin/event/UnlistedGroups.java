package org.tocsin.event;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Armed groups that no lexicon knows, told by their letters behind a word for armed people: "the separatist CSP", "rebel group FLA". */
final class UnlistedGroups {
    private static final Pattern LETTERS = Pattern.compile("[A-Z][A-Z0-9-]{1,6}");
    private static final Set<String> KINDS = Set.of(
            "separatist",
            "secessionist",
            "rebel",
            "jihadist",
            "militant",
            "insurgent",
            "islamist",
            "extremist",
            "terrorist",
            "guerrilla",
            "paramilitary",
            "dissident",
            "opposition",
            "self-defence",
            "self-defense");
    private static final Set<String> NOUNS =
            Set.of("group", "faction", "militia", "movement", "coalition", "alliance", "organisation", "organization");

    private UnlistedGroups() {}

    /**
     * A group.
     *
     * @param token index of the token that names it
     */
    record Group(int token, Actor actor) {
        private static Group of(Token token) {
            Actor actor = new Actor(token.text(), token.text(), null, null, null, ActorKind.ARMED_GROUP);
            return new Group(token.index(), actor);
        }
    }

    /** The groups of a sentence in order. */
    static Stream<Group> in(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        return IntStream.range(1, tokens.size())
                .filter(i -> LETTERS.matcher(tokens.get(i).text()).matches() && isToldArmed(tokens, i))
                .filter(i -> sentence.mentions().stream().noneMatch(mention -> mention.from() <= i && i < mention.to()))
                .mapToObj(i -> Group.of(tokens.get(i)));
    }

    private static boolean isToldArmed(List<Token> tokens, int at) {
        String before = tokens.get(at - 1).lower();
        return KINDS.contains(before)
                || NOUNS.contains(before)
                        && at > 1
                        && KINDS.contains(tokens.get(at - 2).lower());
    }
}
