package org.tocsin.event.casualty;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;

/**
 * Tolls told by the place of the last death in their row: "the sixth person to die", "the third fatality", "the 19th victim of", "a
 * fourth soldier has died", "pulled a third body from the ruins".
 */
final class OrdinalTolls {
    private static final Map<Role, Set<String>> WORDS =
            words(KnowledgeTable.load(OrdinalTolls.class, "ordinal-words.tsv", "words", "role"));

    private static final Set<String> VICTIM_OF = Set.of("of", "in");
    private static final Set<String> KILLED = Set.of("killed", "martyred");
    private static final Set<String> LIVES =
            Set.of("his life", "his lives", "her life", "her lives", "their life", "their lives");
    private static final Set<String> TAKING = Set.of("claim", "take", "cost");
    private static final Set<String> AUXILIARIES = Set.of("have", "be");
    private static final Set<String> FINITE = Tags.like("VBD|VBZ|VBP|MD");

    /** Most words between the ordinal and "to die", or between a body and the word for its finding. */
    private static final int REACH = 4;

    /** Most words between one more of the dead and the verb that tells the death; own choice. */
    private static final int LONGEST_SUBJECT = 16;

    private OrdinalTolls() {}

    private enum Role {
        /** Nouns that count deaths. */
        DEATH,
        /** Nouns for the dead and the hurt, dead where an act of theirs follows. */
        VICTIM,
        /** Nouns for a dead body. */
        BODY,
        /** Verbs for the finding of a body. */
        FINDING,
        /** Verbs for dying. */
        DYING,
        /** Words that lead one more person. */
        ONE
    }

    private static Map<Role, Set<String>> words(KnowledgeTable table) {
        Map<Role, Set<String>> words = new EnumMap<>(Role.class);
        for (KnowledgeTable.Row row : table.rows()) {
            Role role = row.constant("role", Role.class);
            if (role == null) {
                throw row.error("role is empty");
            }
            words.computeIfAbsent(role, none -> new HashSet<>()).add(row.required("words"));
        }
        return words;
    }

    private static boolean is(Role role, String word) {
        return Objects.requireNonNull(WORDS.get(role)).contains(word);
    }

    /** The people counted so, each group standing for the whole toll. The first of a row counts nobody before it and is left out. */
    static List<People.Group> in(Sentence sentence) {
        return sentence.mentions().stream()
                .filter(CountMention.class::isInstance)
                .map(CountMention.class::cast)
                .filter(count -> count.role() == CountRole.ORDINAL && count.best() != null && count.best() > 1)
                .filter(count -> dies(sentence.tokens(), count.to()) || isOneMore(sentence, count))
                .map(count -> group(sentence, count))
                .toList();
    }

    private static boolean dies(List<Token> tokens, int behind) {
        if (behind < tokens.size() && is(Role.DEATH, tokens.get(behind).lemma())) {
            return true;
        }
        if (behind + 1 < tokens.size()
                && is(Role.VICTIM, tokens.get(behind).lemma())
                && VICTIM_OF.contains(tokens.get(behind + 1).lower())) {
            return true;
        }
        for (int i = behind; i + 1 < tokens.size() && i < behind + REACH; i++) {
            if (tokens.get(i).lower().equals("to")) {
                return isDeath(tokens, i + 1);
            }
        }
        return false;
    }

    /** "A fourth soldier hurt in the raid has died", "pulled a third body": one more of the same act, unlike "killed in another attack". */
    private static boolean isOneMore(Sentence sentence, CountMention count) {
        List<Token> tokens = sentence.tokens();
        boolean one = count.from() > 0
                && is(Role.ONE, tokens.get(count.from() - 1).lower())
                && count.to() < tokens.size()
                && tokens.get(count.to()).tag().startsWith("NN")
                && !TollIncidents.setsApart(sentence);
        return one && (takesLife(tokens, count) || isBodyFound(tokens, count) || verbTellsDeath(tokens, count.to()));
    }

    /** "claimed a second life". */
    private static boolean takesLife(List<Token> tokens, CountMention count) {
        return tokens.get(count.to()).lemma().equals("life")
                && count.from() > 1
                && TAKING.contains(tokens.get(count.from() - 2).lemma());
    }

    private static boolean isBodyFound(List<Token> tokens, CountMention count) {
        return is(Role.BODY, tokens.get(count.to()).lemma())
                && tokens
                        .subList(Math.max(0, count.from() - REACH), Math.min(tokens.size(), count.to() + REACH))
                        .stream()
                        .anyMatch(token -> is(Role.FINDING, token.lemma()));
    }

    /** Whether the first finite verb behind a person tells of a death, auxiliaries aside. */
    private static boolean verbTellsDeath(List<Token> tokens, int person) {
        for (int i = person + 1; i < Math.min(tokens.size(), person + LONGEST_SUBJECT); i++) {
            Token token = tokens.get(i);
            boolean passive = AUXILIARIES.contains(tokens.get(i - 1).lemma());
            if (is(Role.DYING, token.lemma()) || KILLED.contains(token.lower()) && passive) {
                return true;
            }
            if (FINITE.contains(token.tag()) && !AUXILIARIES.contains(token.lemma())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isDeath(List<Token> tokens, int at) {
        String verb = tokens.get(at).lemma();
        String next = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
        String last = at + 2 < tokens.size() ? tokens.get(at + 2).lower() : "";
        return is(Role.DYING, verb)
                || verb.equals("be") && KILLED.contains(next)
                || verb.equals("have") && next.equals("died")
                || verb.equals("lose") && LIVES.contains(next + " " + last);
    }

    private static People.Group group(Sentence sentence, CountMention count) {
        int number = Math.toIntExact(Objects.requireNonNull(count.best()));
        String text = sentence.text()
                .substring(
                        sentence.startOf(count.from()) - sentence.start(),
                        sentence.endOf(count.to()) - sentence.start());
        Anchored<Count> anchored =
                Anchored.at(sentence, count.from(), count.to(), new Count(number, number, number, Bound.EXACT, text));
        return new People.Group(count.from(), count.to(), anchored, text, null, true, false, false, true);
    }
}
