package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Finds several who speak with one voice and are told by a plural: "both delegations", "the two leaders", "the ministers". */
final class Pairs {
    private static final Set<String> COUNTS = Set.of("both", "two", "three", "four");
    private static final Set<String> THE = Set.of("the", "both", "these");
    private static final Set<String> PERSONS = Set.of(
            "minister",
            "leader",
            "president",
            "premier",
            "envoy",
            "chief",
            "general",
            "secretary",
            "official",
            "diplomat",
            "ambassador");
    private static final int SENTENCES = 6;
    private static final int PAIR = 2;
    private static final int OFFICE = 4;

    private final Document document;

    Pairs(Document document) {
        this.document = document;
    }

    /** The plurals of a sentence that stand for those named before. */
    List<Speaker> of(Sentence sentence) {
        List<Speaker> found = new ArrayList<>();
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (!THE.contains(tokens.get(i).lower())) {
                continue;
            }
            boolean counted = COUNTS.contains(tokens.get(i).lower())
                    || i + 1 < tokens.size()
                            && COUNTS.contains(tokens.get(i + 1).lower());
            int noun = noun(tokens, i);
            if (noun < 0) {
                continue;
            }
            List<Anchored<Actor>> meant = PERSONS.contains(tokens.get(noun).lemma())
                    ? persons(sentence, tokens.get(noun).lemma())
                    : counted ? sides(sentence) : List.of();
            if (meant.size() >= PAIR) {
                found.add(new Speaker(
                        i,
                        noun + 1,
                        false,
                        Anchored.at(sentence, i, noun + 1, meant.get(0).value())));
            }
        }
        return found;
    }

    /** The plural noun that an article or number opens, with at most a few words of office between; -1 where there is none. */
    private static int noun(List<Token> tokens, int from) {
        for (int i = from + 1; i < Math.min(tokens.size(), from + OFFICE + 1); i++) {
            Token token = tokens.get(i);
            boolean plural = token.tag().equals("NNS")
                    || token.tag().equals("NNPS")
                    || token.lower().endsWith("s");
            if (plural && (SpeechTables.SIDES.contains(token.lemma()) || PERSONS.contains(singular(token)))) {
                boolean head =
                        i + 1 >= tokens.size() || !tokens.get(i + 1).tag().startsWith("NN");
                return head ? i : -1;
            }
            if (!COUNTS.contains(token.lower())
                    && !token.tag().equals("JJ")
                    && !token.tag().startsWith("NN")) {
                return -1;
            }
        }
        return -1;
    }

    private static String singular(Token token) {
        return token.lemma().endsWith("s")
                ? token.lower().substring(0, token.lower().length() - 1)
                : token.lemma();
    }

    /** Those whom the nearest sentence before names together with an office that the noun fits. */
    private List<Anchored<Actor>> persons(Sentence sentence, String noun) {
        for (int i = sentence.index() - 1; i >= Math.max(0, sentence.index() - SENTENCES); i--) {
            Sentence earlier = document.sentences().get(i);
            List<Anchored<Actor>> named = earlier.mentions(PersonMention.class)
                    .filter(person -> person.role() != null
                            && (noun.equals("leader")
                                    || noun.equals("official")
                                    || Objects.requireNonNull(person.role()).contains(noun)))
                    .map(person -> Actors.of(document, earlier, person))
                    .toList();
            if (named.size() >= PAIR) {
                return named;
            }
        }
        return List.of();
    }

    /** The two states or armed groups named most up to a sentence. */
    private List<Anchored<Actor>> sides(Sentence sentence) {
        Map<String, List<Anchored<Actor>>> named = new LinkedHashMap<>();
        document.sentences().stream()
                .filter(earlier -> earlier.index() <= sentence.index())
                .forEach(earlier -> earlier.mentions(ActorMention.class)
                        .map(actor -> Actors.of(document, earlier, actor))
                        .filter(actor -> isSide(actor.value()))
                        .forEach(actor -> named.computeIfAbsent(side(actor.value()), first -> new ArrayList<>())
                                .add(actor)));
        return named.values().stream()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .limit(PAIR)
                .map(all -> all.get(0))
                .toList();
    }

    private static boolean isSide(Actor actor) {
        return actor.getKind() == ActorKind.STATE && actor.getCountry() != null
                || actor.getKind() == ActorKind.ARMED_GROUP;
    }

    private static String side(Actor actor) {
        return actor.getKind() == ActorKind.ARMED_GROUP ? actor.getName() : actor.getCountry();
    }
}
