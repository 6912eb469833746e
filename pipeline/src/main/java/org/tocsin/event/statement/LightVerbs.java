package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.StatementAct;

/** Verbs whose noun tells the act: "reiterated its full support", "issued a denial", "vowed swift retaliation" (light-verbs.tsv). */
final class LightVerbs {
    private static final Set<String> MODIFIER = Tags.like("DT|PRP\\$|JJ.?|RB.?|VB[GN]|NN.*|``|POS");
    /** Words between a verb and its noun: "expressed the Kingdom of Saudi Arabia's strong condemnation". */
    private static final int REACH = 8;

    private static final int OWNER = 4;

    private static final Map<String, List<Light>> BY_VERB = load();

    private LightVerbs() {}

    private record Light(Set<String> nouns, StatementAct act) {}

    private static Map<String, List<Light>> load() {
        Map<String, List<Light>> byVerb = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(LightVerbs.class, "light-verbs.tsv", "verbs", "nouns", "act")
                .rows()) {
            StatementAct act = Optional.ofNullable(row.constant("act", StatementAct.class))
                    .orElseThrow(() -> row.error("act is empty"));
            Set<String> nouns =
                    Arrays.stream(row.required("nouns").split("\\|")).collect(Collectors.toUnmodifiableSet());
            for (String verb : row.required("verbs").split("\\|")) {
                byVerb.computeIfAbsent(verb, first -> new ArrayList<>()).add(new Light(nouns, act));
            }
        }
        return byVerb;
    }

    /** The acts of a sentence that a verb tells with its noun. */
    static List<CueTable.Cue<StatementAct>> find(Sentence sentence) {
        List<CueTable.Cue<StatementAct>> found = new ArrayList<>();
        for (Token token : sentence.tokens()) {
            List<Light> lights = token.tag().startsWith("VB") ? BY_VERB.get(token.lemma()) : null;
            CueTable.Cue<StatementAct> cue = lights == null ? null : withNoun(sentence.tokens(), token.index(), lights);
            if (cue != null) {
                found.add(cue);
            }
        }
        return found;
    }

    private static CueTable.@Nullable Cue<StatementAct> withNoun(List<Token> tokens, int verb, List<Light> lights) {
        for (int i = verb + 1; i < Math.min(tokens.size(), verb + REACH + 1); i++) {
            Token noun = tokens.get(i);
            StatementAct act = isHead(tokens, i) ? act(lights, noun.lower()) : null;
            if (act != null) {
                return new CueTable.Cue<>(verb, i + 1, act);
            }
            if (!MODIFIER.contains(noun.tag()) && !isInsideOwner(tokens, i)) {
                return null;
            }
        }
        return null;
    }

    /** Whether "of" is part of a name that owns what follows: "the Republic of Korea's concern". */
    private static boolean isInsideOwner(List<Token> tokens, int of) {
        return tokens.get(of).lower().equals("of")
                && tokens.subList(of, Math.min(tokens.size(), of + OWNER)).stream()
                        .anyMatch(token -> token.tag().equals("POS"));
    }

    private static boolean isHead(List<Token> tokens, int noun) {
        boolean last = noun + 1 >= tokens.size() || !tokens.get(noun + 1).tag().startsWith("NN");
        return last && tokens.get(noun).tag().startsWith("NN");
    }

    private static @Nullable StatementAct act(List<Light> lights, String noun) {
        return lights.stream()
                .filter(light -> light.nouns().contains(noun))
                .map(Light::act)
                .findFirst()
                .orElse(null);
    }
}
