package org.tocsin.document.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Token;
import org.tocsin.document.lexicon.ActorTerm.Body;
import org.tocsin.document.lexicon.ActorTerm.Form;
import org.tocsin.document.lexicon.ActorTerm.Named;
import org.tocsin.document.lexicon.ActorTerm.StateWord;
import org.tocsin.schema.ActorKind;

/**
 * The words for states (states.tsv), for actors with names of their own (actors.tsv) and for bodies of states (bodies.tsv).
 * Thread-safe.
 */
final class ActorLexicon {
    private final PhraseTrie<ActorTerm> terms = new PhraseTrie<>();
    private final Map<String, State> states = new HashMap<>();

    private ActorLexicon() {
        loadStates();
        loadActors();
        loadBodies();
    }

    static ActorLexicon shared() {
        return Holder.SHARED;
    }

    /** The longest term that begins at a token; null where none does. */
    PhraseTrie.@Nullable Match<ActorTerm> longest(List<Token> tokens, int from) {
        return terms.longest(tokens, from);
    }

    /** The state of an ISO 3166-1 alpha-2 code; null where the table has none. */
    @Nullable
    State state(@Nullable String code) {
        return code == null ? null : states.get(code);
    }

    private void loadStates() {
        KnowledgeTable table = KnowledgeTable.load(
                ActorLexicon.class, "states.tsv", "code", "name", "variants", "adjectives", "people", "capitals");
        for (KnowledgeTable.Row row : table.rows()) {
            State state = new State(
                    code(row, "code"),
                    row.required("name"),
                    row.several("variants"),
                    row.several("adjectives"),
                    row.several("people"),
                    row.several("capitals"));
            if (states.put(state.code(), state) != null) {
                throw row.error("the code " + state.code() + " stands twice");
            }
            add(state);
        }
    }

    private void add(State state) {
        terms.add(state.name(), new StateWord(state, Form.NAME));
        state.variants().forEach(name -> terms.add(name, new StateWord(state, Form.NAME)));
        state.adjectives().forEach(word -> terms.add(word, new StateWord(state, Form.ADJECTIVE)));
        state.people().forEach(word -> terms.add(word, new StateWord(state, Form.PEOPLE)));
        state.capitals().forEach(word -> terms.add(word, new StateWord(state, Form.CAPITAL)));
    }

    private void loadActors() {
        KnowledgeTable table =
                KnowledgeTable.load(ActorLexicon.class, "actors.tsv", "name", "variants", "country", "kind");
        for (KnowledgeTable.Row row : table.rows()) {
            String country = row.optional("country") == null ? null : code(row, "country");
            Named actor = new Named(row.required("name"), country, kind(row));
            terms.add(actor.name(), actor);
            row.several("variants").forEach(variant -> terms.add(variant, actor));
        }
    }

    private void loadBodies() {
        KnowledgeTable table =
                KnowledgeTable.load(ActorLexicon.class, "bodies.tsv", "words", "name", "kind", "alone", "variants");
        for (KnowledgeTable.Row row : table.rows()) {
            Body body = new Body(row.required("name"), kind(row), alone(row));
            terms.add(row.required("words"), body);
            row.several("variants").forEach(variant -> terms.add(variant, body));
        }
    }

    private static boolean alone(KnowledgeTable.Row row) {
        return switch (row.required("alone")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.error("alone is '" + row.cell("alone") + "', not yes or no");
        };
    }

    static ActorKind kind(KnowledgeTable.Row row) {
        ActorKind kind = row.constant("kind", ActorKind.class);
        if (kind == null || kind == ActorKind.UNKNOWN) {
            throw row.error("kind must name what the actor is");
        }
        return kind;
    }

    static String code(KnowledgeTable.Row row, String column) {
        String code = row.required(column);
        if (!code.matches("[A-Z]{2}")) {
            throw row.error(column + " is '" + code + "', not an ISO 3166-1 alpha-2 code in capitals");
        }
        return code;
    }

    private static final class Holder {
        static final ActorLexicon SHARED = new ActorLexicon();
    }
}
