package org.tocsin.event.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Actors;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.PlacePrecision;

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
        return last(sentence, token, PersonMention.class, REACH, (where, person) -> isOffice(person, noun))
                .map(found ->
                        Actors.of(document, found.sentence(), found.mention()).value())
                .orElse(null);
    }

    /** The last person named before a token anywhere in the document who holds an office: "the Secretary of State". */
    @Nullable
    Actor holder(Sentence sentence, int token, String role) {
        return last(sentence, token, PersonMention.class, sentence.index(), (where, person) -> isHolder(person, role))
                .map(found ->
                        Actors.of(document, found.sentence(), found.mention()).value())
                .orElse(null);
    }

    /** The last one named before a token of whom something is told to be: a person for "his", a state or body for "its". */
    @Nullable
    Actor owner(Sentence sentence, int token, Class<? extends Mention> kind) {
        Actor person = kind == PersonMention.class
                ? last(sentence, token, PersonMention.class, 1, (where, any) -> true)
                        .map(found -> Actors.of(document, found.sentence(), found.mention())
                                .value())
                        .orElse(null)
                : null;
        return kind == PersonMention.class
                ? person
                : last(
                                sentence,
                                token,
                                ActorMention.class,
                                1,
                                (where, body) -> !body.demonym() && body.kind() != ActorKind.MEDIA)
                        .map(found -> Actors.of(document, found.sentence(), found.mention())
                                .value())
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
        BiPredicate<Sentence, ActorMention> named = (where, body) -> isNamed(body, noun);
        BiPredicate<Sentence, ActorMention> ofKind =
                (where, body) -> kinds.contains(body.kind().name()) && !isCountry(body) && !isCountryName(where, body);
        return last(sentence, token, ActorMention.class, REACH, named)
                .or(() -> last(sentence, token, ActorMention.class, REACH, ofKind))
                .map(found ->
                        Actors.of(document, found.sentence(), found.mention()).value())
                .orElse(null);
    }

    private static boolean isNamed(ActorMention body, String noun) {
        return !body.demonym() && body.name().toLowerCase(Locale.ROOT).contains(noun);
    }

    /** Whether an actor is named by the name of a country, which no "ministry" or "junta" takes up. */
    private static boolean isCountryName(Sentence sentence, Mention actor) {
        return sentence.mentions(PlaceMention.class)
                .anyMatch(place -> place.from() == actor.from()
                        && place.to() == actor.to()
                        && place.place().getPrecision() == PlacePrecision.COUNTRY);
    }

    private static boolean isCountry(ActorMention body) {
        return body.demonym() || body.kind() == ActorKind.STATE && body.name().indexOf(' ') < 0;
    }

    private record Found<M extends Mention>(Sentence sentence, M mention) {}

    private <M extends Mention> Optional<Found<M>> last(
            Sentence sentence, int token, Class<M> kind, int reach, BiPredicate<Sentence, M> fits) {
        List<Sentence> before = document.sentences()
                .subList(
                        Math.max(0, sentence.index() - reach),
                        Math.min(sentence.index() + 1, document.sentences().size()));
        Stream<Found<M>> all = before.stream()
                .flatMap(earlier -> earlier.mentions(kind)
                        .filter(mention -> earlier.index() < sentence.index() || mention.to() <= token)
                        .filter(mention -> fits.test(earlier, mention))
                        .map(mention -> new Found<>(earlier, mention)));
        return all.max(
                Comparator.comparingInt((Found<M> found) -> found.sentence().index())
                        .thenComparingInt(found -> found.mention().from()));
    }
}
