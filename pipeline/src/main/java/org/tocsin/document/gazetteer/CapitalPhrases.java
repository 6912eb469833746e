package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention.Surface;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.document.lexicon.Lexicons;

/** Finds capitals that a text only describes: "the Somali capital", "Libya's capital city", "the capital of Niger". */
final class CapitalPhrases {
    /** What may stand behind "capital" as part of the description. */
    private static final Set<String> CITY = Set.of("city");

    private final Map<String, GazetteerEntry> capitals = new HashMap<>();
    private final Surroundings surroundings;

    CapitalPhrases(Gazetteer gazetteer, Surroundings surroundings) {
        this.surroundings = surroundings;
        KnowledgeTable states = KnowledgeTable.load(
                Lexicons.class, "states.tsv", "code", "name", "variants", "adjectives", "people", "capitals");
        for (KnowledgeTable.Row row : states.rows()) {
            String code = row.required("code");
            row.several("capitals").stream()
                    .flatMap(name -> gazetteer.candidates(name).stream())
                    .map(Candidate::entry)
                    .filter(entry -> entry.rank() == PlaceRank.NATIONAL_CAPITAL && code.equals(entry.country()))
                    .findFirst()
                    .ifPresent(entry -> capitals.put(code, entry));
        }
    }

    /**
     * The names of a sentence with the described capitals among them, in order. Where the sentence names the capital as well, the
     * description adds nothing; the name of a state that only tells whose capital is meant falls away.
     */
    List<SpottedName> join(Sentence sentence, List<SpottedName> names) {
        List<SpottedName> joined = new ArrayList<>(names);
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            SpottedName capital = tokens.get(i).lower().equals("capital") ? described(sentence, i, joined) : null;
            if (capital != null) {
                joined.removeIf(name -> name.from >= capital.from && name.to <= capital.to);
                joined.add(capital);
            }
        }
        joined.sort((one, other) -> Integer.compare(one.from, other.from));
        return joined;
    }

    private @Nullable SpottedName described(Sentence sentence, int noun, List<SpottedName> names) {
        int to = CITY.contains(lower(sentence, noun + 1)) ? noun + 2 : noun + 1;
        if (to < sentence.tokens().size() && sentence.tokens().get(to).tag().startsWith("NN")) {
            return null;
        }
        SpottedName state = lower(sentence, to).equals("of") ? stateAt(names, to + 1) : null;
        if (state != null) {
            return name(sentence, noun, state.to, stateOf(state), names);
        }
        if (lower(sentence, noun - 1).equals("'s")) {
            SpottedName owner = stateEndingAt(names, noun - 1);
            return owner == null ? null : name(sentence, owner.from, to, stateOf(owner), names);
        }
        ActorMention people = sentence.mentions(ActorMention.class)
                .filter(actor -> actor.demonym() && actor.to() == noun)
                .findFirst()
                .orElse(null);
        return people == null ? null : name(sentence, people.from(), to, people.country(), names);
    }

    private @Nullable SpottedName name(
            Sentence sentence, int from, int to, @Nullable String country, List<SpottedName> names) {
        GazetteerEntry capital = country == null ? null : capitals.get(country);
        if (capital == null) {
            return null;
        }
        int number = capital.number();
        boolean named = names.stream()
                .flatMap(name -> name.candidates.stream())
                .anyMatch(candidate -> candidate.entry().number() == number);
        if (named) {
            return null;
        }
        int start = sentence.startOf(from) - sentence.start();
        int end = sentence.endOf(to) - sentence.start();
        return new SpottedName(
                sentence.index(),
                sentence.paragraph(),
                from,
                to,
                NameKey.of(capital.name()),
                sentence.text().substring(start, end),
                null,
                surroundings.isLocative(sentence, from),
                surroundings.relation(sentence, from, to),
                Surface.NAME,
                List.of(new Candidate(capital, NameUse.MAIN)));
    }

    private static @Nullable SpottedName stateAt(List<SpottedName> names, int from) {
        return names.stream()
                .filter(name -> name.from == from && name.country() != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SpottedName stateEndingAt(List<SpottedName> names, int to) {
        return names.stream()
                .filter(name -> name.to == to && name.country() != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String stateOf(SpottedName state) {
        GazetteerEntry country = state.country();
        return country == null ? null : country.country();
    }

    private static String lower(Sentence sentence, int token) {
        return token < 0 || token >= sentence.tokens().size()
                ? ""
                : sentence.tokens().get(token).lower();
    }
}
