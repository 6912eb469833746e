package org.tocsin.event.interception;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.event.Counts;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Count;
import org.tocsin.schema.InterceptedKind;

/** Finds how many things of a kind came: a number behind a word of launching, in the sentence or the one before. */
final class Launches {
    private static final Set<String> ATTACKING = Set.of("attack", "strike", "target", "bombard");
    private static final Set<String> MEANS = Set.of("with", "using");

    private static final int REACH = 16;
    private static final CueTable<Boolean> WORDS =
            CueTable.of(KnowledgeTable.load(Launches.class, "launch-words.tsv", "words"), row -> true);

    private final Document document;

    Launches(Document document) {
        this.document = document;
    }

    /** The total that an interception told in a sentence is part of; null where neither it nor the sentence before tells one. */
    @Nullable
    Anchored<Count> before(Sentence sentence, InterceptedKind kind, @Nullable Anchored<Count> down) {
        Stream<Sentence> near = sentence.index() == 0
                ? Stream.of(sentence)
                : Stream.of(sentence, document.sentences().get(sentence.index() - 1));
        return near.flatMap(here -> totals(here, kind).stream())
                .filter(total -> down == null || isPart(down, total))
                .findFirst()
                .orElse(null);
    }

    private List<Anchored<Count>> totals(Sentence sentence, InterceptedKind kind) {
        List<CueTable.Cue<Boolean>> launches = WORDS.find(sentence);
        return AirTarget.in(sentence).stream()
                .filter(target -> target.kind() == kind)
                .filter(target -> launches.stream().anyMatch(cue -> governs(sentence, cue, target)))
                .map(target -> TargetCounts.of(sentence, target))
                .flatMap(Stream::ofNullable)
                .map((CountMention count) -> Counts.of(document, sentence, count))
                .toList();
    }

    private static boolean governs(Sentence sentence, CueTable.Cue<Boolean> launch, AirTarget target) {
        boolean attacks = launch.length() == 1
                && ATTACKING.contains(sentence.tokens().get(launch.from()).lemma());
        if (attacks) {
            return launch.to() <= target.from()
                    && target.from() - launch.to() <= REACH
                    && sentence.tokens().subList(launch.to(), target.from()).stream()
                            .anyMatch(token -> MEANS.contains(token.lower()));
        }
        boolean active = launch.to() <= target.from() && target.from() - launch.to() <= REACH;
        boolean participle = launch.from() >= target.to() && launch.from() - target.to() <= 4;
        return active || participle;
    }

    private static boolean isPart(Anchored<Count> down, Anchored<Count> total) {
        Integer some = down.value().getBest();
        Integer all = total.value().getBest();
        return down.start() != total.start() && some != null && all != null && all >= some;
    }
}
