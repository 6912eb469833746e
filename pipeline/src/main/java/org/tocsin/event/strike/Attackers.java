package org.tocsin.event.strike;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/**
 * Finds who attacked: the subject of an active verb, the "by" of a passive one or of a noun, the people or state in front of a noun
 * or of the weapon ("a Russian drone"). Armed people without a name ("gunmen") are attackers too.
 */
final class Attackers {
    private static final Set<String> PHRASE =
            Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN", "JJS", "PRP$");
    private static final CueTable<ActorKind> UNNAMED = CueTable.of(
            KnowledgeTable.load(Attackers.class, "armed-people.tsv", "words", "kind"),
            row -> Optional.ofNullable(row.constant("kind", ActorKind.class))
                    .orElseThrow(() -> row.error("kind is empty")));

    private static final CueTable<Side> BLAME = CueTable.of(
            KnowledgeTable.load(Attackers.class, "blame-cues.tsv", "words", "side"),
            row -> Optional.ofNullable(row.constant("side", Side.class)).orElseThrow(() -> row.error("side is empty")));
    private static final int BLAME_REACH = 14;

    private final Document document;

    private enum Side {
        /** Who claims the attack stands before the words ("X claimed responsibility"). */
        BEFORE,
        /** Who is blamed stands behind the words ("blamed X"). */
        BEHIND
    }

    Attackers(Document document) {
        this.document = document;
    }

    private record Candidate(int from, int to, Actor actor) {}

    /** The attacker of the attack that the tokens from (inclusive) to to (exclusive) name; null where the sentence names none. */
    @Nullable
    Anchored<Actor> of(Sentence sentence, Clauses clauses, StrikeTrigger trigger, int from, int to) {
        List<Candidate> candidates = candidates(sentence);
        Candidate best = byPhrase(sentence, candidates, clauses, to);
        if (best == null) {
            best = inFrontOf(sentence, candidates, from);
        }
        if (best == null && isActive(sentence, trigger, from)) {
            best = subject(sentence, candidates, clauses, from);
        }
        return best == null ? null : Anchored.at(sentence, best.from(), best.to(), best.actor());
    }

    /** The state, people or force in front of the weapon that the tokens name ("a Russian glide bomb"); null where none stands there. */
    @Nullable
    Anchored<Actor> ownerOf(Sentence sentence, int from) {
        Candidate owner = inFrontOf(sentence, candidates(sentence), from);
        return owner == null ? null : Anchored.at(sentence, owner.from(), owner.to(), owner.actor());
    }

    /** Who is blamed for an attack or claims it in a sentence without telling the attack itself; null where nobody is. */
    @Nullable
    Anchored<Actor> blamed(Sentence sentence) {
        for (CueTable.Cue<Side> cue : BLAME.find(sentence)) {
            List<Candidate> candidates = candidates(sentence);
            Candidate guilty = cue.meaning() == Side.BEFORE
                    ? candidates.stream()
                            .filter(candidate ->
                                    candidate.to() <= cue.from() && cue.from() - candidate.to() <= BLAME_REACH)
                            .reduce((one, other) -> other)
                            .orElse(null)
                    : candidates.stream()
                            .filter(candidate -> candidate.from() >= cue.to() && candidate.from() - cue.to() <= 4)
                            .findFirst()
                            .orElse(null);
            if (guilty != null) {
                return Anchored.at(sentence, guilty.from(), guilty.to(), guilty.actor());
            }
        }
        return null;
    }

    private List<Candidate> candidates(Sentence sentence) {
        Stream<Candidate> named = sentence.mentions(ActorMention.class)
                .filter(mention -> mention.kind() != ActorKind.MEDIA && mention.kind() != ActorKind.NGO)
                .map(mention -> new Candidate(
                        mention.from(),
                        mention.to(),
                        Actors.of(document, sentence, mention).value()));
        List<Candidate> names = named.toList();
        Stream<Candidate> unnamed = UNNAMED.find(sentence).stream()
                .filter(cue -> names.stream().noneMatch(name -> overlap(name, cue.from(), cue.to())))
                .map(cue -> people(sentence, names, cue));
        return Stream.concat(names.stream(), unnamed)
                .sorted(Comparator.comparingInt(Candidate::from))
                .toList();
    }

    /** Armed people: those of a state or group named right before ("Israeli troops"), else people without a name ("gunmen"). */
    private Candidate people(Sentence sentence, List<Candidate> names, CueTable.Cue<ActorKind> cue) {
        Candidate owner = names.stream()
                .filter(name -> name.to() <= cue.from() && cue.from() - name.to() <= 2)
                .filter(name -> sentence.tokens().subList(name.to(), cue.from()).stream()
                        .allMatch(token -> token.tag().matches("JJ|NN.*|POS")))
                .reduce((one, other) -> other)
                .orElse(null);
        int from = owner == null ? cue.from() : owner.from();
        String words = document.text(sentence.startOf(from), sentence.endOf(cue.to()));
        Actor actor = owner == null
                ? new Actor(words, words, null, null, null, cue.meaning())
                : new Actor(
                        owner.actor().getName(),
                        words,
                        null,
                        null,
                        owner.actor().getCountry(),
                        cue.meaning());
        return new Candidate(from, cue.to(), actor);
    }

    private static boolean overlap(Candidate name, int from, int to) {
        return name.from() < to && name.to() > from;
    }

    private static boolean isActive(Sentence sentence, StrikeTrigger trigger, int from) {
        return trigger.form() == StrikeTrigger.Form.VERB && !Targets.isPassive(sentence, from)
                || trigger.form() == StrikeTrigger.Form.NOUN;
    }

    /** "hit by a Russian missile", "an attack by gunmen", "carried out by the army": the candidate in the phrase behind "by". */
    private static @Nullable Candidate byPhrase(
            Sentence sentence, List<Candidate> candidates, Clauses clauses, int to) {
        for (int i = to; i < Math.min(clauses.to(Math.max(0, to - 1)), to + 14); i++) {
            if (sentence.tokens().get(i).lower().equals("by")) {
                int end = phraseEnd(sentence, i + 1);
                int by = i;
                return candidates.stream()
                        .filter(candidate -> candidate.from() > by && candidate.to() <= end)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static int phraseEnd(Sentence sentence, int from) {
        int end = from;
        while (end < sentence.tokens().size()
                && PHRASE.contains(sentence.tokens().get(end).tag())) {
            end++;
        }
        return end;
    }

    /** "a Russian attack", "Ukraine's drone assault", "RSF shelling": the candidate in the phrase that ends with the noun. */
    private static @Nullable Candidate inFrontOf(Sentence sentence, List<Candidate> candidates, int from) {
        int start = from;
        while (start > 0 && PHRASE.contains(sentence.tokens().get(start - 1).tag()) && from - start < 7) {
            start--;
        }
        int first = start;
        return candidates.stream()
                .filter(candidate -> candidate.from() >= first && candidate.to() <= from)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** The nearest candidate before the verb in its clause that hangs on no preposition. */
    private static @Nullable Candidate subject(
            Sentence sentence, List<Candidate> candidates, Clauses clauses, int verb) {
        return candidates.stream()
                .filter(candidate -> candidate.to() <= verb && clauses.between(candidate.from(), verb) == 0)
                .filter(candidate -> !hangsOnPreposition(sentence, candidate.from()))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static boolean hangsOnPreposition(Sentence sentence, int from) {
        for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
            Token token = sentence.tokens().get(i);
            if (token.tag().equals("IN") || token.tag().equals("TO")) {
                return !token.lower().equals("that");
            }
            if (!PHRASE.contains(token.tag())) {
                return false;
            }
        }
        return false;
    }
}
