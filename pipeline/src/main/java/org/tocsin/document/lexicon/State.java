package org.tocsin.document.lexicon;

import java.util.List;

/**
 * A state with the words that stand for it.
 *
 * @param code ISO 3166-1 alpha-2 code
 * @param name usual English name
 * @param variants other names and abbreviations
 * @param adjectives the adjectives, the usual one first; empty where English has none
 * @param people names of its people in the plural
 * @param capitals names of cities and streets that stand for its government
 */
record State(
        String code,
        String name,
        List<String> variants,
        List<String> adjectives,
        List<String> people,
        List<String> capitals) {
    /** The word that is set before a body of the state: "Ukrainian", for want of an adjective "Vanuatu's". */
    String possessive() {
        return adjectives.isEmpty() ? name + "'s" : adjectives.get(0);
    }
}
