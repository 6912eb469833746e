package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * An incident as the truth of a sequence tells it.
 *
 * @param sequence name of the sequence
 * @param articles identifiers of the articles that report it
 * @param json everything that the truth says of it
 */
record TrueIncident(String sequence, Set<String> articles, JsonNode json) {
    static TrueIncident of(String sequence, JsonNode json) {
        Set<String> articles = new TreeSet<>();
        json.path("articles").forEach(article -> articles.add(article.asText()));
        return new TrueIncident(sequence, articles, json);
    }

    String id() {
        return json.path("id").asText();
    }

    /** Whether a figure, absent or not, is one that is right after the last article. */
    boolean allows(String outcome, JsonNode figure) {
        JsonNode right = json.path(outcome);
        if (Figures.same(right.path("best"), figure)) {
            return true;
        }
        for (JsonNode other : right.path("also")) {
            if (Figures.same(other, figure)) {
                return true;
            }
        }
        return false;
    }
}
