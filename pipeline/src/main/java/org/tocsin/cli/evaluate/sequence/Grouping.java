package org.tocsin.cli.evaluate.sequence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well mentions are grouped into incidents (B-cubed), and which incidents are kept apart. */
final class Grouping {
    private final SequenceFolder sequences;
    private final List<ToldIncident> told;
    private final Map<Alignment.Mention, ToldIncident> mentions;
    private final Map<String, TrueIncident> back = new HashMap<>();

    Grouping(SequenceFolder sequences, List<ToldIncident> told, Alignment alignment) {
        this.sequences = sequences;
        this.told = told;
        this.mentions = alignment.mentions();
        mentions.forEach((mention, resolved) -> back.put(key(mention.article(), resolved), mention.incident()));
    }

    private static String key(String article, ToldIncident resolved) {
        return resolved.number() + "/" + article;
    }

    /** Of the mentions in the same resolved incident, how many belong to the same true one; averaged over resolved mentions. */
    double precision() {
        double sum = 0;
        int count = 0;
        for (ToldIncident resolved : told) {
            for (String article : resolved.articles()) {
                count++;
                TrueIncident known = back.get(key(article, resolved));
                if (known != null) {
                    long same = resolved.articles().stream()
                            .filter(other -> known.equals(back.get(key(other, resolved))))
                            .count();
                    sum += (double) same / resolved.articles().size();
                }
            }
        }
        return SequenceScores.ratio(sum, count);
    }

    /** Of the mentions of the same true incident, how many are in the same resolved one; averaged over true mentions. */
    double recall() {
        double sum = 0;
        int count = 0;
        for (TrueIncident known : sequences.incidents().values()) {
            for (String article : known.articles()) {
                count++;
                ToldIncident resolved = at(article, known);
                if (resolved != null) {
                    long same = known.articles().stream()
                            .filter(other -> resolved.equals(at(other, known)))
                            .count();
                    sum += (double) same / known.articles().size();
                }
            }
        }
        return SequenceScores.ratio(sum, count);
    }

    private @Nullable ToldIncident at(String article, TrueIncident known) {
        return mentions.get(new Alignment.Mention(article, known));
    }

    /** Whether both incidents are found and no resolved incident holds articles of the one and of the other. */
    boolean keptApart(TrueIncident one, TrueIncident other) {
        Set<ToldIncident> groups = groups(one);
        Set<ToldIncident> otherGroups = groups(other);
        if (groups.isEmpty() || otherGroups.isEmpty() || groups.stream().anyMatch(otherGroups::contains)) {
            return false;
        }
        Set<String> ofOne = without(one.articles(), other.articles());
        Set<String> ofOther = without(other.articles(), one.articles());
        return told.stream()
                .noneMatch(resolved -> resolved.articles().stream().anyMatch(ofOne::contains)
                        && resolved.articles().stream().anyMatch(ofOther::contains));
    }

    private Set<ToldIncident> groups(TrueIncident known) {
        Set<ToldIncident> groups = new HashSet<>();
        mentions.forEach((mention, resolved) -> {
            if (mention.incident().equals(known)) {
                groups.add(resolved);
            }
        });
        return groups;
    }

    private static Set<String> without(Set<String> all, Set<String> taken) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(taken);
        return rest;
    }
}
