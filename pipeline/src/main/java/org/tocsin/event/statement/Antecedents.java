package org.tocsin.event.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Actors;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Finds whom a later "the group", "the ministry" or "the minister" takes up: the last one named before whom the noun fits. */
final class Antecedents {
    /** Sentences that a noun may look back over. */
    private static final int REACH = 4;

    private final Document document;

    Antecedents(Document document) {
        this.document = document;
    }

    /** The last person named before a token whose office a noun names: "the minister". */
    @Nullable
    Actor person(Sentence sentence, int token, String noun) {
        return last(sentence, token, PersonMention.class, REACH, person -> isOffice(person, noun))
                .map(found ->
                        Actors.of(document, found.sentence(), found.mention()).value())
                .orElse(null);
    }

    /** The last person named before a token anywhere in the document who holds an office: "the Secretary of State". */
    @Nullable
    Actor holder(Sentence sentence, int token, String role) {
        return last(sentence, token, PersonMention.class, sentence.index(), person -> isHolder(person, role))
                .map(found ->
                        Actors.of(document, found.sentence(), found.mention()).value())
                .orElse(null);
    }

    private static boolean isHolder(PersonMention person, String role) {
        String office = person.role();
        return office != null
                && person.name().indexOf(' ') > 0
                && (office.equals(role)
                        || role.equals("minister") && office.endsWith("minister")
                        || role.equals("head") && office.contains("secretary"));
    }

    private static boolean isOffice(PersonMention person, String noun) {
        String role = person.role();
        boolean speaks = noun.startsWith("spokes") && role != null && role.endsWith("spokesperson");
        return speaks || role != null && role.endsWith(noun);
    }

    /** The last body of some kinds named before a token; where its name bears the noun, only such a one. */
    @Nullable
    Actor body(Sentence sentence, int token, String noun, Set<String> kinds) {
        Predicate<ActorMention> named = body -> isNamed(body, noun);
        Predicate<ActorMention> ofKind = body -> kinds.contains(body.kind().name()) && !isCountry(body);
        return last(sentence, token, ActorMention.class, REACH, named)
                .or(() -> last(sentence, token, ActorMention.class, REACH, ofKind))
                .map(found ->
                        Actors.of(document, found.sentence(), found.mention()).value())
                .orElse(null);
    }

    private static boolean isNamed(ActorMention body, String noun) {
        return !body.demonym() && body.name().toLowerCase(Locale.ROOT).contains(noun);
    }

    private static boolean isCountry(ActorMention body) {
        return body.demonym() || body.kind() == ActorKind.STATE && body.name().indexOf(' ') < 0;
    }

    private record Found<M extends Mention>(Sentence sentence, M mention) {}

    private <M extends Mention> Optional<Found<M>> last(
            Sentence sentence, int token, Class<M> kind, int reach, Predicate<M> fits) {
        List<Sentence> before = document.sentences()
                .subList(
                        Math.max(0, sentence.index() - reach),
                        Math.min(sentence.index() + 1, document.sentences().size()));
        Stream<Found<M>> all = before.stream()
                .flatMap(earlier -> earlier.mentions(kind)
                        .filter(mention -> earlier.index() < sentence.index() || mention.to() <= token)
                        .filter(fits)
                        .map(mention -> new Found<>(earlier, mention)));
        return all.max(
                Comparator.comparingInt((Found<M> found) -> found.sentence().index())
                        .thenComparingInt(found -> found.mention().from()));
    }
}
