package org.tocsin.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/**
 * The clauses of a sentence, as far as punctuation, conjunctions and verbs show them: what belongs to an act stands mostly in its
 * own clause.
 */
public final class Clauses {
    private static final Set<String> SUBORDINATORS = Set.of(
            "when",
            "while",
            "after",
            "before",
            "where",
            "which",
            "who",
            "whom",
            "whose",
            "because",
            "although",
            "though",
            "until",
            "if",
            "unless",
            "whereas",
            "as",
            "since",
            "once");
    private static final Set<String> HARD_STOPS = Set.of(";", "--", ":");

    private final int[] clauseOf;
    private final List<int[]> bounds = new ArrayList<>();

    private Clauses(int tokens) {
        this.clauseOf = new int[tokens];
    }

    /** Splits a sentence into clauses. */
    public static Clauses of(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        Clauses clauses = new Clauses(tokens.size());
        int start = 0;
        for (int i = 1; i < tokens.size(); i++) {
            if (begins(tokens, i) && hasVerb(tokens, joinedFrom(tokens, start, i), i)) {
                clauses.add(start, i);
                start = i;
            }
        }
        clauses.add(start, tokens.size());
        return clauses;
    }

    /** "said that soldiers and police had": where the last "that" before "and" opens a clause, the verb must stand behind it. */
    private static int joinedFrom(List<Token> tokens, int start, int join) {
        boolean joins = tokens.get(join).tag().equals("CC");
        for (int i = join - 1; joins && i > start; i--) {
            boolean that =
                    tokens.get(i).lower().equals("that") && tokens.get(i).tag().equals("IN");
            if (that && tokens.get(i - 1).tag().startsWith("VB")) {
                return i;
            }
        }
        return start;
    }

    private void add(int from, int to) {
        for (int i = from; i < to; i++) {
            clauseOf[i] = bounds.size();
        }
        bounds.add(new int[] {from, to});
    }

    /** Index of the first token of the clause that holds a token. */
    public int from(int token) {
        return bounds.get(clauseOf[token])[0];
    }

    /** Index behind the last token of the clause that holds a token. */
    public int to(int token) {
        return bounds.get(clauseOf[token])[1];
    }

    /** Number of clause boundaries between two tokens. */
    public int between(int one, int other) {
        return Math.abs(clauseOf[Math.min(one, clauseOf.length - 1)] - clauseOf[Math.min(other, clauseOf.length - 1)]);
    }

    private static boolean begins(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (HARD_STOPS.contains(token.text())) {
            return true;
        }
        if (SUBORDINATORS.contains(token.lower()) && !token.tag().startsWith("NN")) {
            return hasVerb(tokens, i + 1, Math.min(tokens.size(), i + 12));
        }
        boolean joins = token.lower().equals("and") || token.lower().equals("but");
        return joins && finiteVerbSoon(tokens, i + 1);
    }

    /** Whether a new subject and finite verb follow: "and 11 people were injured". */
    private static boolean finiteVerbSoon(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + 9); i++) {
            String tag = tokens.get(i).tag();
            if (tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD")) {
                return i > from;
            }
            if (tag.equals(",") || tag.equals(".") || tag.equals("CC") || tag.equals(":")) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasVerb(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream()
                .anyMatch(token -> token.tag().startsWith("VB") || token.tag().equals("MD"));
    }
}
