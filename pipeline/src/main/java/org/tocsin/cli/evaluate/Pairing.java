package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs the gold events of one type of one document with the coded ones, each at most once, those that agree best first.
 *
 * @param pairs gold and coded events that are one
 * @param missed gold events without a coded one
 * @param surplus coded events without a gold one
 */
record Pairing(List<Pair> pairs, List<GoldEvent> missed, List<JsonNode> surplus) {
    record Pair(GoldEvent gold, JsonNode coded) {}

    private record Candidate(int agreement, int gold, int coded) {}

    static Pairing of(Comparison comparison, List<GoldEvent> gold, List<JsonNode> coded) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < coded.size(); j++) {
                candidates.add(new Candidate(comparison.agreement(gold.get(i), coded.get(j)), i, j));
            }
        }
        candidates.removeIf(candidate -> candidate.agreement == 0);
        candidates.sort(
                Comparator.comparingInt(candidate -> -candidate.agreement)); // stable: then in the order of the text
        Set<Integer> goldTaken = new HashSet<>();
        Set<Integer> codedTaken = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Candidate best : candidates) {
            if (!goldTaken.contains(best.gold) && !codedTaken.contains(best.coded)) {
                goldTaken.add(best.gold);
                codedTaken.add(best.coded);
                pairs.add(new Pair(gold.get(best.gold), coded.get(best.coded)));
            }
        }
        return new Pairing(pairs, rest(gold, goldTaken), rest(coded, codedTaken));
    }

    private static <T> List<T> rest(List<T> all, Set<Integer> taken) {
        List<T> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!taken.contains(i)) {
                rest.add(all.get(i));
            }
        }
        return rest;
    }
}
