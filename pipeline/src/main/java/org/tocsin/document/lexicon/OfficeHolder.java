package org.tocsin.document.lexicon;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.ActorKind;

/**
 * An office with the body or country that its neighbours name: "the French president", "Kremlin spokesman", "head of Chad's army".
 *
 * @param from index of the first token of the phrase
 * @param to index behind its last token
 * @param role the office
 * @param organization the body that it belongs to; null where none is named
 * @param country ISO 3166-1 alpha-2 code; null where unknown
 * @param owner canonical name of the body or state that is named; null where none is named
 */
record OfficeHolder(
        int from,
        int to,
        String role,
        @Nullable String organization,
        @Nullable String country,
        @Nullable String owner) {
    private static final Set<String> MODIFIER = Tags.like("POS|JJ|NN|NNP|VBN|RB");
    private static final Set<String> BODY_LEADS = Set.of("of", "for", "at", "in", "to", "from");
    private static final Set<String> PLACE_OF_OFFICE = Set.of("of", "at", "for", "with");
    private static final Set<String> STATE_LEADS = Set.of("of", "in", "for");

    private static final int MODIFIERS = 3;
    private static final int PLACE = 3;

    /** Reads what stands around an office. */
    static OfficeHolder of(Sentence sentence, OfficeMention office) {
        ActorMention before = before(sentence, office.from());
        ActorMention behind = before == null ? behind(sentence, office.to()) : null;
        ActorMention owner = before != null ? before : behind;
        if (owner == null) {
            String country = countryOfPlace(sentence, office.to());
            String body = country == null ? nameBehind(sentence, office.to()) : null;
            return new OfficeHolder(office.from(), office.to(), office.role(), body, country, null);
        }
        boolean state = owner.kind() == ActorKind.STATE && isState(owner);
        return new OfficeHolder(
                Math.min(office.from(), owner.from()),
                Math.max(office.to(), owner.to()),
                office.role(),
                state ? null : owner.name(),
                owner.country(),
                owner.name());
    }

    /** Whether an actor is a state itself rather than one of its bodies. */
    static boolean isState(ActorMention owner) {
        State state = ActorLexicon.shared().state(owner.country());
        return state != null && state.name().equals(owner.name());
    }

    /** The actor in front: "Ukraine's infrastructure", "French", "Houthi military", with a few describing words between. */
    private static @Nullable ActorMention before(Sentence sentence, int office) {
        List<Token> tokens = sentence.tokens();
        ActorMention around = actorAround(sentence, office).orElse(null);
        if (around != null) {
            return around;
        }
        for (int at = office; at > 0 && at >= office - MODIFIERS; at--) {
            ActorMention actor = actorEndingAt(sentence, at).orElse(null);
            if (actor != null) {
                return actor;
            }
            if (!MODIFIER.contains(tokens.get(at - 1).tag())) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable ActorMention behind(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        if (to + 1 >= tokens.size() || !BODY_LEADS.contains(tokens.get(to).lower())) {
            return null;
        }
        int at = tokens.get(to + 1).tag().equals("DT") ? to + 2 : to + 1;
        return sentence.mentions(ActorMention.class)
                .filter(actor -> actor.from() == at)
                .findFirst()
                .orElse(null);
    }

    /** The name of a body that no list knows, told in capital letters behind an office: "director at Open Borders Watch". */
    private static @Nullable String nameBehind(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        if (to + 1 >= tokens.size() || !PLACE_OF_OFFICE.contains(tokens.get(to).lower())) {
            return null;
        }
        int from = tokens.get(to + 1).tag().equals("DT") ? to + 2 : to + 1;
        int end = from;
        while (end < tokens.size() && tokens.get(end).tag().startsWith("NNP")) {
            end++;
        }
        boolean taken = sentence.mentions().stream()
                .anyMatch(mention -> mention.from() < from + 1
                        && mention.to() > from
                        && (mention instanceof OfficeMention || mention instanceof PlaceMention));
        return end - from < 2 || taken
                ? null
                : tokens.subList(from, end).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** The country of the place that an office is told to be of or in: "governor of North Kordofan", "prime minister in Phnom Penh". */
    private static @Nullable String countryOfPlace(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        if (to + 1 >= tokens.size() || !STATE_LEADS.contains(tokens.get(to).lower())) {
            return null;
        }
        return sentence.mentions(PlaceMention.class)
                .filter(place -> place.from() > to && place.from() <= to + PLACE)
                .map(place -> place.place().getCountry())
                // a sea or a continent is in no country
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The body whose last words are also the first of the office: "the Chinese Foreign Ministry Spokesperson". */
    private static Optional<ActorMention> actorAround(Sentence sentence, int office) {
        return sentence.mentions(ActorMention.class)
                .filter(actor -> actor.from() < office && actor.to() > office)
                .findFirst();
    }

    private static Optional<ActorMention> actorEndingAt(Sentence sentence, int to) {
        return sentence.mentions().stream()
                .filter(mention -> mention.to() == to)
                .filter(Mention.ActorMention.class::isInstance)
                .map(ActorMention.class::cast)
                .findFirst();
    }
}
