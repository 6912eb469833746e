package org.tocsin.document.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.document.lexicon.ActorTerm.Form;
import org.tocsin.document.lexicon.ActorTerm.StateWord;

/** What an article tells about the state of a body that is named without one. */
final class StateContext {
    private static final Pattern NAME_ENDS = Pattern.compile("[.,:(/]|-+|-LRB-|[\\u2013\\u2014]");
    private static final Pattern DATELINE_ENDS = Pattern.compile("-+|:");

    /** Verbs whose "from" tells where a weapon comes from. */
    private static final Set<String> LAUNCHING =
            Set.of("fire", "launch", "send", "come", "fly", "cross", "arrive", "originate", "shoot", "enter");

    private static final int CLEAR_MAJORITY = 2;

    private final ActorLexicon lexicon;
    private final @Nullable State main;
    private final Map<String, State> bodies = new HashMap<>();
    /** The state from whose capital a paragraph is dated: "MOSCOW. The defence ministry said". */
    private final Map<Integer, State> datelines;

    private StateContext(ActorLexicon lexicon, @Nullable State main, Map<Integer, State> datelines) {
        this.lexicon = lexicon;
        this.main = main;
        this.datelines = datelines;
    }

    /** The context of an article, with the state that it names at least twice as often as any other. */
    static StateContext of(ActorLexicon lexicon, List<Sentence> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        for (Sentence sentence : sentences) {
            for (int i = 0; i < sentence.tokens().size(); i++) {
                PhraseTrie.Match<ActorTerm> match = lexicon.longest(sentence.tokens(), i);
                if (match != null && match.meaning() instanceof StateWord word) {
                    counts.merge(word.state().code(), 1, Integer::sum);
                }
            }
        }
        return new StateContext(lexicon, lexicon.state(mostNamed(counts)), datelines(lexicon, sentences));
    }

    private static Map<Integer, State> datelines(ActorLexicon lexicon, List<Sentence> sentences) {
        Map<Integer, State> datelines = new HashMap<>();
        for (Sentence sentence : sentences) {
            boolean opens =
                    sentence.index() == 0 || sentences.get(sentence.index() - 1).paragraph() != sentence.paragraph();
            State capital = opens ? capital(lexicon, sentence.tokens()) : null;
            if (capital != null) {
                datelines.put(sentence.paragraph(), capital);
            }
        }
        return datelines;
    }

    /** The state whose capital stands before a full stop, comma or dash at the beginning. */
    private static @Nullable State capital(ActorLexicon lexicon, List<Token> tokens) {
        PhraseTrie.Match<ActorTerm> match = lexicon.longest(tokens, 0);
        boolean dated = match != null
                && match.to() < tokens.size()
                && NAME_ENDS.matcher(tokens.get(match.to()).text()).matches();
        return dated && match != null && match.meaning() instanceof StateWord word && word.form() == Form.CAPITAL
                ? word.state()
                : null;
    }

    private static @Nullable String mostNamed(Map<String, Integer> counts) {
        String most = null;
        int first = 0;
        int second = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > first) {
                second = first;
                first = entry.getValue();
                most = entry.getKey();
            } else {
                second = Math.max(second, entry.getValue());
            }
        }
        return first >= CLEAR_MAJORITY * second ? most : null;
    }

    /** Notes that a body was named with its state. */
    void noteBody(ActorMention body) {
        State state = lexicon.state(body.country());
        if (state != null) {
            bodies.put(body.name().substring(state.possessive().length() + 1), state);
        }
    }

    /** The state of a body that the token of a sentence names alone; null where the article does not tell. */
    @Nullable
    State ownerOf(Sentence sentence, int token, String body) {
        State where = stateOfPlaceBefore(sentence, token);
        if (where != null) {
            return where;
        }
        State dateline = datelines.get(sentence.paragraph());
        if (dateline != null) {
            return dateline;
        }
        State last = bodies.get(body);
        return last != null ? last : main;
    }

    /** The state whose capital or name opens the sentence: "In Tehran the foreign ministry promised". */
    private @Nullable State stateOfPlaceBefore(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        PhraseTrie.Match<ActorTerm> dateline = token > 1 ? lexicon.longest(tokens, 0) : null;
        if (dateline != null
                && dateline.meaning() instanceof StateWord word
                && dateline.to() < token
                && DATELINE_ENDS.matcher(tokens.get(dateline.to()).text()).matches()) {
            return word.state();
        }
        for (int i = 1; i < token; i++) {
            PhraseTrie.Match<ActorTerm> match = isSeatWord(tokens, i - 1) ? lexicon.longest(tokens, i) : null;
            if (match != null
                    && match.meaning() instanceof StateWord word
                    && (word.form() == Form.CAPITAL || word.form() == Form.NAME)) {
                return word.state();
            }
        }
        return null;
    }

    /** "in", "from"; but a missile "fired from Yemen" tells of no one's army. */
    private static boolean isSeatWord(List<Token> tokens, int at) {
        String word = tokens.get(at).lower();
        boolean origin = at > 0 && LAUNCHING.contains(tokens.get(at - 1).lemma());
        return word.equals("in") || word.equals("from") && !origin;
    }
}
