package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/**
 * Finds who speaks where a common noun or a name that no list knows tells it: "two European diplomats", "Rwandan-backed rebels",
 * "the Syndicate of Journalists" (voices.tsv). A bare "the group" or "the minister" is whoever was named so before.
 */
final class Voices {
    private static final Set<String> COMPOUND_TAGS = Tags.like("NN.*|POS|CD");
    private static final Set<String> BODY_TAGS = Tags.like("DT|JJ|NN.*|POS|IN|PRP\\$|CC");
    private static final Set<String> PHRASE_BEGINS = Tags.like("DT|PRP\\$|CD|PDT");
    private static final Set<String> THE = Set.of("the", "this", "that");
    private static final Set<String> DETERMINER = Tags.like("DT|PRP\\$");
    private static final Set<String> JOINS = Tags.like("POS|CC");
    private static final Set<String> PHRASE_TAGS = Tags.like("DT|PRP\\$|JJ.?|NN.*|POS|CD|VBN");
    private static final Set<String> BODY_LEADS = Set.of("of", "for", "in", "from", "at", "on", "with");
    private static final Set<String> NAME_TAGS = Tags.like("DT|JJ|NN.*|POS|PRP\\$");

    private static final CueTable<Voice> VOICES = CueTable.of(
            KnowledgeTable.load(Voices.class, "voices.tsv", "words", "sort", "kind", "stands_for"), Voices::voice);
    private static final int LONGEST = 7;
    private static final int TAIL = 7;

    private final Document document;
    private final Antecedents antecedents;

    Voices(Document document) {
        this.document = document;
        this.antecedents = new Antecedents(document);
    }

    private enum Sort {
        PERSON,
        BODY
    }

    /** What a noun means: a person or a body, of which kind, and what a bare "the ..." may stand for. */
    private record Voice(Sort sort, ActorKind kind, Set<String> standsFor) {}

    private static Voice voice(KnowledgeTable.Row row) {
        return new Voice(
                Optional.ofNullable(row.constant("sort", Sort.class)).orElseThrow(() -> row.error("sort is empty")),
                Optional.ofNullable(row.constant("kind", ActorKind.class))
                        .orElseThrow(() -> row.error("kind is empty")),
                Arrays.stream(row.cell("stands_for").split("\\|")).collect(Collectors.toUnmodifiableSet()));
    }

    /** The voices of a sentence that none of those already known covers. */
    List<Speaker> of(Sentence sentence, List<Speaker> known) {
        List<Speaker> found = new ArrayList<>();
        for (CueTable.Cue<Voice> cue : VOICES.find(sentence)) {
            Speaker named = named(sentence, cue, known);
            if (named != null) {
                found.add(named);
                continue;
            }
            boolean covered = known.stream().anyMatch(other -> other.from() < cue.to() && other.to() > cue.from());
            if (!covered && isHead(sentence, cue.to()) && !isTitle(sentence, cue, known)) {
                speaker(sentence, cue, known).ifPresent(found::add);
            }
        }
        return found;
    }

    /** A body that no list knows, named right behind the noun that tells its kind; null where none is or a known one stands there. */
    private @Nullable Speaker named(Sentence sentence, CueTable.Cue<Voice> cue, List<Speaker> known) {
        Speaker body = cue.meaning().sort() == Sort.BODY
                ? NamedBodies.behind(
                        document, sentence, cue.from(), cue.to(), cue.meaning().kind())
                : null;
        boolean taken = body != null
                && known.stream()
                        .anyMatch(other ->
                                sentence.startOf(other.from()) < body.actor().end()
                                        && sentence.endOf(other.to()) > sentence.startOf(cue.from()));
        return taken ? null : body;
    }

    /** Whether no noun follows, which the word would only describe. */
    private static boolean isHead(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        return to >= tokens.size()
                || isDay(sentence, to)
                || !COMPOUND_TAGS.contains(tokens.get(to).tag())
                || SpeechTables.isMistakenForNoun(sentence, to);
    }

    /** Whether a person is named right beside an office: "the mayor, X", "X, the foreign minister". */
    private static boolean isTitle(Sentence sentence, CueTable.Cue<Voice> cue, List<Speaker> known) {
        return cue.meaning().sort() == Sort.PERSON
                && known.stream()
                        .filter(Speaker::person)
                        .anyMatch(person -> person.from() >= cue.to()
                                ? onlyDescribes(sentence, cue.to(), person.from())
                                : onlyDescribes(sentence, person.to(), cue.from()));
    }

    private static boolean onlyDescribes(Sentence sentence, int from, int to) {
        return to >= from
                && to - from <= LONGEST
                && sentence.tokens().subList(from, to).stream()
                        .allMatch(token ->
                                BODY_TAGS.contains(token.tag()) || token.text().equals(","));
    }

    private Optional<Speaker> speaker(Sentence sentence, CueTable.Cue<Voice> cue, List<Speaker> known) {
        int from = start(sentence, cue.from(), known);
        int to = end(sentence, cue.to());
        int first = from;
        while (first < cue.from()
                && PHRASE_BEGINS.contains(sentence.tokens().get(first).tag())) {
            first++;
        }
        boolean bare = first == cue.from() && to == cue.to();
        boolean person = cue.meaning().sort() == Sort.PERSON
                && !sentence.tokens().get(cue.to() - 1).tag().endsWith("S");
        if (bare) {
            return antecedent(sentence, cue, from).map(actor -> new Speaker(from, cue.to(), person, actor));
        }
        if (to > cue.to()
                && sentence.mentions(PersonMention.class)
                        .anyMatch(other -> other.from() >= cue.to() && other.from() < to)) {
            return Optional.empty();
        }
        Actor actor = actor(sentence, cue, first, to);
        if (!isKnown(sentence, cue, actor, first)) {
            return Optional.empty();
        }
        return Optional.of(new Speaker(from, to, person, Anchored.at(sentence, first, to, actor)));
    }

    /** Whether it is told whom a voice belongs to, or a body has a name of its own. */
    private static boolean isKnown(Sentence sentence, CueTable.Cue<Voice> cue, Actor actor, int first) {
        boolean armed = actor.getKind() == ActorKind.ARMED_GROUP;
        if (actor.getCountry() != null || actor.getOrganization() != null || armed) {
            return true;
        }
        return cue.meaning().sort() == Sort.BODY
                && sentence.tokens().subList(Math.max(first, 1), cue.to()).stream()
                        .anyMatch(token -> token.tag().startsWith("NNP"));
    }

    /** Whoever "the group", "the ministry" or "the minister" stands for; nobody where an article or pronoun does not point back. */
    private Optional<Anchored<Actor>> antecedent(Sentence sentence, CueTable.Cue<Voice> cue, int from) {
        if (from == cue.from() || !THE.contains(sentence.tokens().get(from).lower())) {
            return Optional.empty();
        }
        String noun = sentence.tokens().get(cue.to() - 1).lemma();
        Actor actor = cue.meaning().sort() == Sort.PERSON
                ? antecedents.person(sentence, cue.from(), noun)
                : antecedents.body(sentence, cue.from(), noun, cue.meaning().standsFor());
        return Optional.ofNullable(actor).map(known -> Anchored.at(sentence, from, cue.to(), known));
    }

    private Actor actor(Sentence sentence, CueTable.Cue<Voice> cue, int from, int to) {
        String words = document.text(sentence.startOf(from), sentence.endOf(to));
        String name = document.text(sentence.startOf(from), sentence.endOf(nameEnd(sentence, cue.to(), to)));
        ActorMention owner = sentence.mentions(ActorMention.class)
                .filter(actor -> actor.from() >= from && actor.to() <= to)
                .findFirst()
                .orElse(null);
        String country = owner != null ? owner.country() : placeCountry(sentence, from, to);
        String organization = owner == null || owner.kind() == ActorKind.STATE ? null : owner.name();
        String role = cue.meaning().sort() == Sort.PERSON
                ? sentence.tokens().get(cue.to() - 1).lemma()
                : null;
        return new Actor(name, words, role, organization, country, cue.meaning().kind());
    }

    /** Behind the last word of a name: a body's "of Journalists" belongs to it where it bears capital letters. */
    private static int nameEnd(Sentence sentence, int head, int to) {
        boolean proper = to > head
                && sentence.tokens().get(head - 1).tag().startsWith("NNP")
                && sentence.tokens().get(to - 1).tag().startsWith("NNP");
        return proper ? to : head;
    }

    private static @Nullable String placeCountry(Sentence sentence, int from, int to) {
        return sentence.mentions(PlaceMention.class)
                .filter(place -> place.from() >= from && place.to() <= to)
                .map(place -> place.place().getCountry())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first token of the noun phrase that ends with a head; a person named inside it ends it. */
    private static int start(Sentence sentence, int head, List<Speaker> known) {
        List<Token> tokens = sentence.tokens();
        int from = head;
        while (from > 0 && head - from < LONGEST && modifies(tokens.get(from - 1)) && !isPerson(known, from - 1)) {
            from--;
            if (DETERMINER.contains(tokens.get(from).tag())) {
                break;
            }
        }
        while (from < head && JOINS.contains(tokens.get(from).tag())) {
            from++;
        }
        return from;
    }

    private static boolean modifies(Token token) {
        boolean joins = token.tag().equals("CC") && token.lower().equals("and");
        return joins || PHRASE_TAGS.contains(token.tag());
    }

    private static boolean isPerson(List<Speaker> known, int token) {
        return known.stream().anyMatch(other -> other.person() && other.from() <= token && token < other.to());
    }

    /** Behind the phrase with "of", "for", "in" or "from" that hangs on a head. */
    private static int end(Sentence sentence, int head) {
        List<Token> tokens = sentence.tokens();
        if (head >= tokens.size() || !BODY_LEADS.contains(tokens.get(head).lower())) {
            return head;
        }
        int to = head + 1;
        while (to < tokens.size()
                && to - head <= TAIL
                && NAME_TAGS.contains(tokens.get(to).tag())
                && !isDay(sentence, to)) {
            to++;
        }
        return to == head + 1 ? head : to;
    }

    private static boolean isDay(Sentence sentence, int token) {
        return sentence.mentions(Mention.DateMention.class).anyMatch(day -> day.from() <= token && token < day.to());
    }
}
