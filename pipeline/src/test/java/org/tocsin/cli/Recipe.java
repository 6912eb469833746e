package org.tocsin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of docs/recipes.md that somebody can type or paste.
 *
 * @param line as it stands there, without its indentation
 */
record Recipe(String line) {
    private static final String INDENT = "    ";

    /** The indented lines of a document, in their order; a line that goes on is one with what it begins with. */
    static List<Recipe> of(String document) {
        List<Recipe> recipes = new ArrayList<>();
        for (String line : document.lines().toList()) {
            if (line.startsWith(INDENT + " ")) {
                Recipe begun = recipes.remove(recipes.size() - 1);
                recipes.add(new Recipe(begun.line() + " " + line.strip()));
            } else if (line.startsWith(INDENT)) {
                recipes.add(new Recipe(line.strip()));
            }
        }
        return recipes;
    }

    /** Whether it is an address, which some program is given. */
    boolean isAddress() {
        return line.startsWith("http://");
    }

    /** Whether it is to be typed in a shell. */
    boolean isCommand() {
        return !isAddress();
    }

    /** The program that it calls. */
    String program() {
        return line.replaceFirst("\\s.*", "");
    }

    /** Whether it goes on until it is stopped. */
    boolean isEndless() {
        return line.contains("/v1/stream") || line.contains("--follow");
    }

    /** The same with other words in place of those of the document. */
    Recipe with(Map<String, String> replacements) {
        String changed = line;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            changed = changed.replace(replacement.getKey(), replacement.getValue());
        }
        return new Recipe(changed);
    }

    @Override
    public String toString() {
        return line;
    }
}
