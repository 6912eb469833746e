package org.tocsin.event.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;

/** Adds groups of people that a sentence lists: "four women and two children" are six. */
final class PeopleSum {
    private PeopleSum() {}

    /** The count of the groups, with all their words. */
    static Anchored<Count> of(Document document, Sentence sentence, List<People.Group> run) {
        if (run.size() == 1) {
            return run.get(0).count();
        }
        int from = run.get(0).from();
        int to = run.get(run.size() - 1).to();
        Integer best = total(run);
        Bound bound = run.stream()
                .map(group -> group.count().value().getBound())
                .filter(value -> value != Bound.EXACT)
                .findFirst()
                .orElse(Bound.EXACT);
        Integer high = bound == Bound.EXACT ? best : null;
        String words = document.text(sentence.startOf(from), sentence.endOf(to));
        return Anchored.at(sentence, from, to, new Count(best, best, high, bound, words));
    }

    private static @Nullable Integer total(List<People.Group> run) {
        int total = 0;
        for (People.Group group : run) {
            Integer best = group.count().value().getBest();
            if (best == null) {
                return null;
            }
            total += best;
        }
        return total;
    }
}
