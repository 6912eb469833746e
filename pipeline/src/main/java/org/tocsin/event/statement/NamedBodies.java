package org.tocsin.event.statement;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Bodies that no list knows, named behind the noun that tells their kind: "the rights group HRX", "a new group, the Lions of Zhob,". */
final class NamedBodies {
    private static final Set<String> INSIDE = Set.of("of", "for", "the");
    private static final int LONGEST = 7;

    private NamedBodies() {}

    /**
     * The body named behind a noun.
     *
     * @param first index of the noun's first token
     * @param behind index behind its last one
     * @param kind what the noun tells the body to be
     */
    static @Nullable Speaker behind(Document document, Sentence sentence, int first, int behind, ActorKind kind) {
        List<Token> tokens = sentence.tokens();
        Token noun = tokens.get(behind - 1);
        boolean common =
                noun.tag().equals("NN") && Character.isLowerCase(noun.text().charAt(0));
        boolean comma = behind < tokens.size() && tokens.get(behind).text().equals(",");
        int from = comma ? behind + 1 : behind;
        if (comma && from < tokens.size() && tokens.get(from).lower().equals("the")) {
            from++;
        }
        int to = endOfName(sentence, from);
        boolean closed = !comma || to < tokens.size() && tokens.get(to).text().equals(",");
        if (!common || to == from || !closed || isPerson(sentence, from)) {
            return null;
        }
        String name = document.text(sentence.startOf(from), sentence.endOf(to));
        Actor body = new Actor(name, name, null, null, null, kind);
        return new Speaker(comma ? first : from, comma ? behind : to, false, Anchored.at(sentence, from, to, body));
    }

    private static int endOfName(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        int to = from;
        while (to < tokens.size() && to - from < LONGEST && belongs(sentence, from, to)) {
            to++;
        }
        while (to > from && INSIDE.contains(tokens.get(to - 1).lower())) {
            to--;
        }
        return to;
    }

    private static boolean belongs(Sentence sentence, int from, int at) {
        Token token = sentence.tokens().get(at);
        boolean day = sentence.mentions(DateMention.class).anyMatch(date -> date.from() <= at && at < date.to());
        return !day && (token.tag().startsWith("NNP") || at > from && INSIDE.contains(token.lower()));
    }

    private static boolean isPerson(Sentence sentence, int from) {
        return sentence.mentions(PersonMention.class).anyMatch(person -> person.from() == from);
    }
}
