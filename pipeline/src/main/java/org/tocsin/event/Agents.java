package org.tocsin.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/**
 * Finds who does an act: the subject of an active verb, the "by" of a passive one or of a noun, the people or state in front of a
 * noun or of a weapon ("a Russian drone"). Armed people without a name ("gunmen", armed-people.tsv) act too; media and aid
 * organisations never do.
 */
public final class Agents {
    private static final int BY_REACH = 14;
    /** Words between a place and the state that it lies in: the comma, "northern". */
    private static final int CONTAINER_REACH = 2;

    /** Sentences before in which the group is named that "the group's" takes up. */
    private static final int GROUP_REACH = 6;

    /** Tags of words that open a sentence with a phrase in front of its subject. */
    private static final Set<String> OPENING = Set.of("IN", "TO", "VBG");

    private static final Set<String> BRACKETS = Set.of("(", ")");

    private static final Set<ActorKind> ARMED = Set.of(ActorKind.MILITARY, ActorKind.ARMED_GROUP);

    private static final CueTable<ActorKind> UNNAMED = CueTable.of(
            KnowledgeTable.load(Agents.class, "armed-people.tsv", "words", "kind"),
            row -> Optional.ofNullable(row.constant("kind", ActorKind.class))
                    .orElseThrow(() -> row.error("kind is empty")));

    private final Document document;

    /** Finds who acts in the sentences of this document. */
    public Agents(Document document) {
        this.document = document;
    }

    private record Candidate(Sentence sentence, int from, int to, boolean named, Actor actor) {
        boolean isState() {
            return named && actor.getKind() == ActorKind.STATE;
        }
    }

    /** "hit by a Russian missile", "an attack by gunmen": who stands in the phrase behind "by"; null where nobody does. */
    public @Nullable Anchored<Actor> byPhrase(Sentence sentence, Clauses clauses, int to) {
        for (int i = to; i < Math.min(clauses.to(Math.max(0, to - 1)), to + BY_REACH); i++) {
            boolean told = i > 0
                    && AgentWords.TOLD.contains(sentence.tokens().get(i - 1).lemma());
            if (i > to && AgentWords.LATER.contains(sentence.tokens().get(i).lower())) {
                return null;
            }
            if (sentence.tokens().get(i).lower().equals("by") && !told) {
                return inPhrase(sentence, i + 1);
            }
        }
        return null;
    }

    /** The first who stands in the noun phrase that begins at a token; null where nobody does. */
    public @Nullable Anchored<Actor> inPhrase(Sentence sentence, int from) {
        int end = AgentWords.phraseEnd(sentence, from);
        return candidates(sentence).stream()
                .filter(candidate -> candidate.from() >= from && candidate.to() <= end)
                .findFirst()
                .map(candidate -> anchored(named(
                        sentence,
                        candidates(sentence),
                        candidate,
                        sentence.tokens().size())))
                .orElse(null);
    }

    /** "a Russian attack", "Ukraine's drone assault", "RSF shelling": who stands in the noun phrase that ends before a token. */
    public @Nullable Anchored<Actor> inFrontOf(Sentence sentence, int from) {
        int start = AgentWords.phraseStart(sentence, from);
        return candidates(sentence).stream()
                .filter(candidate -> candidate.to() > start && candidate.to() <= from)
                .reduce((one, other) -> other)
                .map(candidate -> anchored(candidate))
                .orElse(null);
    }

    /** The last who stands before a token, at most so many tokens away; null where nobody does. */
    public @Nullable Anchored<Actor> lastBefore(Sentence sentence, int token, int reach) {
        int aside = Asides.before(sentence, token);
        Anchored<Actor> described = aside < 0 ? null : lastBefore(sentence, aside, reach);
        if (described != null) {
            return described;
        }
        return candidates(sentence).stream()
                .filter(candidate -> candidate.to() <= token && token - candidate.to() <= reach)
                .reduce((one, other) -> other)
                .map(candidate -> anchored(owned(sentence, named(sentence, candidates(sentence), candidate, token))))
                .orElse(null);
    }

    /** "their largest raid": whom the pronoun before a noun stands for; null where no pronoun stands there. */
    public @Nullable Anchored<Actor> ownerOf(Sentence sentence, int noun) {
        int start = AgentWords.phraseStart(sentence, noun);
        boolean pronoun = sentence.tokens().subList(start, noun).stream()
                .anyMatch(token -> token.tag().equals("PRP$"));
        Candidate owner = pronoun ? antecedent(sentence, start) : null;
        return owner == null ? null : anchored(owner);
    }

    /** The first who stands behind a token, at most so many tokens away; null where nobody does. */
    public @Nullable Anchored<Actor> firstBehind(Sentence sentence, int from, int reach) {
        return candidates(sentence).stream()
                .filter(candidate -> candidate.from() >= from && candidate.from() - from <= reach)
                .findFirst()
                .map(candidate -> anchored(candidate))
                .orElse(null);
    }

    /** The nearest before the verb in its clause that hangs on no preposition; null where none stands there. */
    public @Nullable Anchored<Actor> subject(Sentence sentence, Clauses clauses, int verb) {
        int aside = Asides.before(sentence, verb);
        Anchored<Actor> described = aside < 0 ? null : subjectOf(sentence, clauses, aside);
        if (described != null) {
            return described;
        }
        int joined = joinedTo(sentence, clauses, verb);
        return subjectOf(sentence, clauses, joined < 0 ? verb : joined);
    }

    /** The verb that a verb is joined to by "and", whose subject it shares: "one strike engaged a unit and destroyed a truck"; -1 where none. */
    private static int joinedTo(Sentence sentence, Clauses clauses, int verb) {
        int group = VerbForms.groupStart(sentence, verb);
        boolean joined = group > 0
                && AgentWords.CLAUSE_JOINS.contains(
                        sentence.tokens().get(group - 1).lower());
        for (int i = group - 1; joined && i >= clauses.from(verb); i--) {
            if (Tags.TENSED.contains(sentence.tokens().get(i).tag())) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Anchored<Actor> subjectOf(Sentence sentence, Clauses clauses, int verb) {
        List<Candidate> candidates = candidates(sentence);
        return candidates.stream()
                .filter(candidate -> candidate.to() <= verb && clauses.between(candidate.from(), verb) == 0)
                .filter(candidate -> !tellsWhere(sentence, candidate))
                .filter(candidate -> candidate.to() == VerbForms.groupStart(sentence, verb)
                                && !candidate.isState()
                                && !AgentWords.isHelper(sentence, candidate.from())
                        || !hangsOnPreposition(sentence, clauses, candidate.from()))
                .reduce((one, other) -> isOneSubject(sentence, one, other) ? one : other)
                .map(candidate -> anchored(owned(sentence, named(sentence, candidates, candidate, verb))))
                .orElse(null);
    }

    /**
     * "A drone strike on Hlukhiv, Ukraine, killed three": whether a state only tells where the place before the comma lies. Behind
     * a phrase that opens the sentence ("After the raid on Hlukhiv, Ukraine struck back") it does so only between commas.
     */
    private static boolean tellsWhere(Sentence sentence, Candidate candidate) {
        List<Token> tokens = sentence.tokens();
        boolean enclosed = candidate.to() < tokens.size()
                && tokens.get(candidate.to()).lower().equals(",");
        return candidate.isState()
                && (enclosed || !OPENING.contains(tokens.get(0).tag()))
                && sentence.mentions(PlaceMention.class)
                        .filter(place -> place.within() != null && isBehindComma(tokens, place, candidate))
                        .anyMatch(place -> Objects.equals(
                                place.place().getCountry(), candidate.actor().getCountry()));
    }

    private static boolean isBehindComma(List<Token> tokens, PlaceMention place, Candidate candidate) {
        int behind = candidate.from() - place.to();
        return behind > 0
                && behind <= CONTAINER_REACH
                && tokens.get(place.to()).lower().equals(",")
                && tokens.subList(place.to() + 1, candidate.from()).stream()
                        .allMatch(token -> AgentWords.PHRASE.contains(token.tag()));
    }

    /** "The army and its allies", "soldiers, police and militias": who is named first stands for all of one subject. */
    private static boolean isOneSubject(Sentence sentence, Candidate one, Candidate other) {
        if (one.to() > other.from()) {
            return false;
        }
        List<Token> between = sentence.tokens().subList(one.to(), other.from());
        return between.stream()
                        .anyMatch(token ->
                                token.tag().equals("CC") && !token.lower().equals("but"))
                && between.stream().allMatch(token -> AgentWords.AGENT_TAGS.contains(token.tag()))
                && !one.actor().equals(other.actor());
    }

    /** "its troops", "their fighters": whoever the pronoun stands for, where somebody does. */
    private Candidate owned(Sentence sentence, Candidate armed) {
        int start = AgentWords.phraseStart(sentence, armed.from());
        boolean pronoun = !armed.named()
                && sentence.tokens().subList(start, armed.from()).stream()
                        .anyMatch(token -> token.tag().equals("PRP$"));
        Candidate owner = pronoun ? antecedent(sentence, start) : ofGroupBefore(sentence, armed);
        return owner == null ? armed : owner;
    }

    /** "the sect's gunmen": the armed group that the text named last before, as the noun that owns them tells; null where none. */
    private @Nullable Candidate ofGroupBefore(Sentence sentence, Candidate armed) {
        boolean owned = !armed.named()
                && armed.from() + 1 < armed.to()
                && sentence.tokens().get(armed.from() + 1).tag().equals("POS");
        for (int i = sentence.index(); owned && i >= Math.max(0, sentence.index() - GROUP_REACH); i--) {
            Sentence other = document.sentences().get(i);
            Candidate group = candidates(other).stream()
                    .filter(candidate -> candidate.named() && candidate.actor().getKind() == ActorKind.ARMED_GROUP)
                    .filter(candidate -> other.index() < sentence.index() || candidate.to() <= armed.from())
                    .reduce((one, later) -> later)
                    .orElse(null);
            if (group != null) {
                return group;
            }
        }
        return null;
    }

    /**
     * Whom a pronoun before the verb stands for ("It took the border post"): the nearest before it in the sentence, else the
     * first of the sentence before; null where no pronoun stands in the verb's clause.
     */
    public @Nullable Anchored<Actor> antecedent(Sentence sentence, Clauses clauses, int verb) {
        int pronoun = verb - 1;
        while (pronoun >= clauses.from(verb) && !AgentWords.standForOther(sentence, pronoun)) {
            pronoun--;
        }
        if (pronoun < clauses.from(verb)) {
            return null;
        }
        Anchored<Actor> speaker = speaker(sentence, clauses, pronoun);
        if (speaker != null) {
            return speaker;
        }
        Candidate before = antecedent(sentence, pronoun);
        return before == null ? null : anchored(before);
    }

    /** Who says it of himself: "the army said it", "the group claimed that it". */
    private @Nullable Anchored<Actor> speaker(Sentence sentence, Clauses clauses, int pronoun) {
        int verb = pronoun - 1;
        while (verb > 0
                && AgentWords.BETWEEN.contains(sentence.tokens().get(verb).lower())) {
            verb--;
        }
        boolean says = verb > 0
                && AgentWords.SAYING.contains(sentence.tokens().get(verb).lemma());
        return says ? subject(sentence, clauses, verb) : null;
    }

    /** The first before a token that hangs on no preposition, else any before it, else the first of the sentence before. */
    private @Nullable Candidate antecedent(Sentence sentence, int token) {
        List<Candidate> before = namedIn(sentence).stream()
                .filter(candidate -> candidate.to() <= token)
                .toList();
        if (!before.isEmpty()) {
            return first(sentence, before);
        }
        if (sentence.index() == 0) {
            return null;
        }
        Sentence earlier = document.sentences().get(sentence.index() - 1);
        List<Candidate> named = namedIn(earlier);
        return named.isEmpty() ? null : first(earlier, named);
    }

    private List<Candidate> namedIn(Sentence sentence) {
        List<Candidate> candidates = candidates(sentence);
        return candidates.stream()
                .map(candidate ->
                        named(sentence, candidates, candidate, sentence.tokens().size()))
                .toList();
    }

    private static Candidate first(Sentence sentence, List<Candidate> candidates) {
        Clauses clauses = Clauses.of(sentence);
        return candidates.stream()
                .filter(candidate -> !hangsOnPreposition(sentence, clauses, candidate.from()))
                .findFirst()
                .orElse(candidates.get(0));
    }

    /** Whether a sentence tells of armed people or of a force. */
    public boolean armed(Sentence sentence) {
        return candidates(sentence).stream()
                .anyMatch(candidate -> ARMED.contains(candidate.actor().getKind()));
    }

    private List<Candidate> candidates(Sentence sentence) {
        Stream<Candidate> named = sentence.mentions(ActorMention.class)
                .filter(mention -> mention.kind() != ActorKind.MEDIA && mention.kind() != ActorKind.NGO)
                .map(mention -> new Candidate(
                        sentence,
                        mention.from(),
                        mention.to(),
                        true,
                        Actors.of(document, sentence, mention).value()));
        Stream<Candidate> unnamed = UNNAMED.find(sentence).stream()
                .filter(cue -> sentence.mentions(ActorMention.class)
                        .noneMatch(mention -> mention.from() < cue.to() && mention.to() > cue.from()))
                .map(cue -> unnamed(sentence, cue));
        Stream<Candidate> unlisted = UnlistedGroups.in(sentence)
                .map(group -> new Candidate(sentence, group.token(), group.token() + 1, true, group.actor()));
        List<Candidate> all = Stream.of(named, unlisted, unnamed)
                .flatMap(found -> found)
                .sorted(Comparator.comparingInt(Candidate::from))
                .toList();
        List<Candidate> joined = new ArrayList<>();
        for (Candidate candidate : all) {
            Candidate before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.named() && !candidate.named() && isOnePhrase(sentence, before, candidate)) {
                joined.set(joined.size() - 1, joined(sentence, before, candidate));
            } else {
                joined.add(candidate);
            }
        }
        Regimes.in(document, sentence)
                .map(regime -> new Candidate(sentence, regime.from(), regime.to(), true, regime.actor()))
                .forEach(joined::add);
        joined.sort(Comparator.comparingInt(Candidate::from));
        return joined;
    }

    /** "Fano militiamen", "the Arakan Army (AA) fighters": whether the armed people behind a name are told in one phrase with it. */
    private static boolean isOnePhrase(Sentence sentence, Candidate state, Candidate armed) {
        return sentence.tokens().subList(state.to(), armed.from()).stream()
                .allMatch(token -> BRACKETS.contains(token.text())
                        || AgentWords.PHRASE.contains(token.tag())
                                && !token.tag().equals("DT")
                        || token.tag().equals("CC"));
    }

    /** Armed people without a name, with what tells whose they are ("Turkish-backed fighters"). */
    private Candidate unnamed(Sentence sentence, CueTable.Cue<ActorKind> cue) {
        int from = cue.from();
        while (from > 0 && Allegiances.tells(sentence, sentence.tokens().get(from - 1))) {
            from--;
        }
        String words = document.text(sentence.startOf(from), sentence.endOf(cue.to()));
        return new Candidate(sentence, from, cue.to(), false, new Actor(words, words, null, null, null, cue.meaning()));
    }

    /** Armed people with the name of whom they belong to behind them ("fighters of the RSF"). */
    private static Candidate named(Sentence sentence, List<Candidate> candidates, Candidate armed, int verb) {
        if (armed.named()) {
            return armed;
        }
        int end = AgentWords.linkedEnd(sentence, armed.to());
        return candidates.stream()
                .filter(Candidate::named)
                .filter(candidate ->
                        candidate.from() >= armed.to() && candidate.from() <= end && candidate.to() <= verb)
                .findFirst()
                .orElse(armed);
    }

    /** "Russian troops" act for Russia, "M23 rebels" for M23, "Syrian rebels" for nobody but themselves. */
    private Candidate joined(Sentence sentence, Candidate state, Candidate armed) {
        String words = document.text(sentence.startOf(state.from()), sentence.endOf(armed.to()));
        boolean own = !state.isState() || armed.actor().getKind() == ActorKind.MILITARY;
        String name = own ? state.actor().getName() : words;
        ActorKind kind = (state.isState() ? armed : state).actor().getKind();
        Actor actor = new Actor(name, words, null, null, state.actor().getCountry(), kind);
        return new Candidate(sentence, state.from(), armed.to(), true, actor);
    }

    /** Where who acts is named; that may be a sentence before, which a pronoun takes up. */
    private static Anchored<Actor> anchored(Candidate candidate) {
        return Anchored.at(candidate.sentence(), candidate.from(), candidate.to(), candidate.actor());
    }

    /** Whether a preposition governs the phrase of a token; a conjunction that opens the clause ("as troops entered") governs none. */
    private static boolean hangsOnPreposition(Sentence sentence, Clauses clauses, int from) {
        for (int i = from - 1; i >= Math.max(clauses.from(from), from - 5); i--) {
            Token token = sentence.tokens().get(i);
            if (token.tag().equals("IN") || token.tag().equals("TO")) {
                boolean members = token.lower().equals("of")
                        && i > 0
                        && AgentWords.MEMBERS.contains(
                                sentence.tokens().get(i - 1).lemma());
                return !members
                        && !token.lower().equals("that")
                        && !(AgentWords.SUBORDINATING.contains(token.lower()) && i == clauses.from(from));
            }
            if (!AgentWords.PHRASE.contains(token.tag())) {
                return false;
            }
        }
        return false;
    }
}
