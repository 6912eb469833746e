package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.PlaceMention.Surface;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.document.gazetteer.Gazetteer.NameSpan;
import org.tocsin.schema.ActorKind;

/** Finds the place names of a sentence: longest names first, never inside a longer mention, never part of a person's or organisation's name. */
final class NameSpotter {
    /** Contracted articles of Portuguese, Spanish, French and Italian inside names. */
    private static final Set<String> TYING = Set.of("da", "do", "das", "dos", "du", "del", "della");

    /** Words inside a name that are written small. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "le", "les", "du", "da", "do", "dos", "di", "el", "al", "of", "the", "and",
            "y", "sur", "am", "an", "bei", "upon", "ez", "es", "ed", "as", "ash", "ar", "bin", "d");
    /** Shortest all-capital word in ordinary text that is taken for a place and not for an abbreviation. */
    private static final int SHORTEST_SHOUTED_NAME = 5;
    /** A town of this size takes its division's bare name ("Idlib" is the city unless "governorate" follows). */
    private static final long BARE_NAME_POPULATION = 5_000;

    /** From this population on a city has an eastern and a western part that news names. */
    private static final long GREAT_CITY = 300_000;

    /** No village has more inhabitants: "the village of Murom" is not the city. */
    private static final long LARGEST_VILLAGE = 50_000;

    private final Gazetteer gazetteer;
    private final PlaceCues cues;
    private final Surroundings surroundings;

    NameSpotter(Gazetteer gazetteer, PlaceCues cues) {
        this.gazetteer = gazetteer;
        this.cues = cues;
        this.surroundings = new Surroundings(cues);
    }

    /** The names of one sentence in order, each with at least one place that it can mean. */
    List<SpottedName> spot(Sentence sentence) {
        List<SpottedName> found = new ArrayList<>();
        boolean shouted = isShouted(sentence);
        int at = 0;
        while (at < sentence.tokens().size()) {
            SpottedName name = startsName(sentence.tokens().get(at)) ? nameAt(sentence, at, shouted, found) : null;
            if (name != null) {
                found.add(name);
            }
            at = name == null ? at + 1 : name.to;
        }
        return found;
    }

    private @Nullable SpottedName nameAt(Sentence sentence, int at, boolean shouted, List<SpottedName> before) {
        for (NameSpan span : gazetteer.spansFrom(sentence.tokens(), at)) {
            if (!writtenAsName(sentence, span, shouted)) {
                continue;
            }
            SpottedName name = name(sentence, span, before);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private boolean writtenAsName(Sentence sentence, NameSpan span, boolean shouted) {
        List<Token> tokens = sentence.tokens();
        for (int i = span.from(); i < span.to(); i++) {
            Token token = tokens.get(i);
            if (!startsName(token) && !PARTICLES.contains(token.lower()) && !isPunctuation(token)) {
                return false;
            }
        }
        if (endsLongerName(tokens, span.from())) {
            return false;
        }
        Token first = tokens.get(span.from());
        if (span.to() - span.from() > 1 || shouted || !isAllCapitals(first.text())) {
            return true;
        }
        return first.text().length() >= SHORTEST_SHOUTED_NAME || isCountryAbbreviation(span);
    }

    /** "Mocimboa da Praia": a word that a contracted article ties to the name before it is no place of its own. */
    private static boolean endsLongerName(List<Token> tokens, int at) {
        return at > 1 && TYING.contains(tokens.get(at - 1).text()) && startsName(tokens.get(at - 2));
    }

    private boolean isCountryAbbreviation(NameSpan span) {
        return gazetteer.candidates(span).stream()
                .anyMatch(candidate -> candidate.entry().kind() == PlaceKind.COUNTRY);
    }

    private @Nullable SpottedName name(Sentence sentence, NameSpan span, List<SpottedName> before) {
        PlaceKind said = surroundings.kindSaid(sentence, span.from(), span.to());
        int to = span.to() + (surroundings.hasDivisionWord(sentence, span.to()) && said != null ? 1 : 0);
        List<Candidate> candidates = new ArrayList<>(gazetteer.candidates(span));
        candidates.removeIf(candidate -> isWrongCase(candidate, span, sentence));
        if (surroundings.isVillage(sentence, span.from())) {
            candidates.removeIf(candidate -> candidate.entry().population() > LARGEST_VILLAGE);
        }
        if (said == null && surroundings.isPartOf(sentence, span.from()) && isDivision(candidates)) {
            said = PlaceKind.ADMIN1;
        }
        List<Candidate> fitting = fitting(candidates, said, span.key());
        if (said != null && fitting.isEmpty()) {
            said = null;
            to = span.to();
            fitting = fitting(candidates, null, span.key());
        }
        if (fitting.isEmpty()
                || insideOtherMention(sentence, span.from(), to)
                || (!surroundings.isTitleCase(sentence)
                        && surroundings.isPartOfOtherName(sentence, span.from(), to, endOfLast(before)))) {
            return null;
        }
        if (cues.stop(span.key()) == StopReason.PERSON && surroundings.speaks(sentence, to)) {
            return null;
        }
        SpottedName listed = listedWith(sentence, span, before);
        Surface surface = surroundings.surface(sentence, span.from(), to);
        return new SpottedName(
                sentence.index(),
                sentence.paragraph(),
                span.from(),
                to,
                span.key(),
                text(sentence, span.from(), to),
                said,
                surface == Surface.DATELINE
                        || surroundings.isHead(sentence, span.from(), to)
                        || (listed != null && listed.locative)
                        || surroundings.isLocative(sentence, span.from()),
                listed != null ? listed.relation : surroundings.relation(sentence, span.from(), to),
                surface,
                fitting);
    }

    /** Whether a name is that of a division and of no state or great city, so that a part of it is one of the division. */
    private static boolean isDivision(List<Candidate> candidates) {
        return !of(candidates, PlaceKind.ADMIN1).isEmpty()
                && candidates.stream()
                        .map(Candidate::entry)
                        .noneMatch(entry -> entry.kind() == PlaceKind.COUNTRY
                                || entry.kind() == PlaceKind.TOWN && entry.population() >= GREAT_CITY);
    }

    /** The name before this one in a list; what the words before it say holds for both. */
    private @Nullable SpottedName listedWith(Sentence sentence, NameSpan span, List<SpottedName> before) {
        if (before.isEmpty()) {
            return null;
        }
        SpottedName previous = before.get(before.size() - 1);
        return surroundings.isList(sentence, previous.to, span.from()) ? previous : null;
    }

    /** An abbreviation such as "US" is a country only in capitals. */
    private static boolean isWrongCase(Candidate candidate, NameSpan span, Sentence sentence) {
        GazetteerEntry entry = candidate.entry();
        return entry.kind() == PlaceKind.COUNTRY
                && span.key().length() <= 4
                && !NameKey.of(entry.name()).equals(span.key())
                && !isAllCapitals(sentence.tokens().get(span.from()).text())
                && !entry.name().toLowerCase(Locale.ROOT).endsWith(span.key());
    }

    private List<Candidate> fitting(List<Candidate> candidates, @Nullable PlaceKind said, String key) {
        if (said == null) {
            return bare(candidates, key);
        }
        return switch (said) {
            case ADMIN1 -> firstNotEmpty(candidates, PlaceKind.ADMIN1, PlaceKind.ADMIN2);
            case ADMIN2 -> firstNotEmpty(candidates, PlaceKind.ADMIN2, PlaceKind.ADMIN1);
            default -> firstNotEmpty(candidates, said, said);
        };
    }

    private static List<Candidate> firstNotEmpty(List<Candidate> candidates, PlaceKind first, PlaceKind second) {
        List<Candidate> of = of(candidates, first);
        return of.isEmpty() ? of(candidates, second) : of;
    }

    private static List<Candidate> of(List<Candidate> candidates, PlaceKind kind) {
        return candidates.stream()
                .filter(candidate -> candidate.entry().kind() == kind)
                .filter(candidate -> kind.isDivision() || candidate.use() != NameUse.FORM)
                .toList();
    }

    private List<Candidate> bare(List<Candidate> candidates, String key) {
        String preferred = cues.preferredDivision(key);
        if (preferred != null) {
            int number = gazetteer.division(preferred);
            return candidates.stream()
                    .filter(candidate -> candidate.entry().number() == number)
                    .toList();
        }
        return candidates.stream()
                .filter(candidate -> candidate.use() != NameUse.FORM)
                .filter(candidate -> candidate.entry().kind() != PlaceKind.ADMIN1
                        || !(hasTown(candidates, candidate) || isStatesOwn(candidates, candidate.entry(), key)))
                .toList();
    }

    /** Whether a state's name is not a division's: "Niger" is never Niger State, "Taiwan" no division of Taiwan. */
    private static boolean isStatesOwn(List<Candidate> candidates, GazetteerEntry division, String key) {
        return candidates.stream()
                .map(Candidate::entry)
                .filter(entry -> entry.kind() == PlaceKind.COUNTRY)
                .anyMatch(state -> Objects.equals(state.country(), division.country())
                        || !NameKey.of(division.name()).equals(key));
    }

    private static boolean hasTown(List<Candidate> candidates, Candidate division) {
        return candidates.stream()
                .map(Candidate::entry)
                .anyMatch(entry -> entry.kind() == PlaceKind.TOWN
                        && entry.admin1() == division.entry().number()
                        && entry.population() >= BARE_NAME_POPULATION);
    }

    /** A name within a longer mention is part of it; a name that is just what an actor's mention says is a place as well. */
    private static boolean insideOtherMention(Sentence sentence, int from, int to) {
        for (Mention mention : sentence.mentions()) {
            boolean overlaps = mention.from() < to && from < mention.to();
            boolean wider = mention.from() < from || mention.to() > to;
            boolean mayName = mention instanceof Mention.OfficeMention
                    || (mention instanceof Mention.ActorMention actor && isStateName(actor));
            if (overlaps && (wider || !mayName) && !(mention instanceof Mention.CountMention)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStateName(Mention.ActorMention actor) {
        return !actor.demonym() && actor.kind() == ActorKind.STATE;
    }

    private static int endOfLast(List<SpottedName> before) {
        return before.isEmpty() ? -1 : before.get(before.size() - 1).to;
    }

    private static String text(Sentence sentence, int from, int to) {
        int start = sentence.startOf(from) - sentence.start();
        int end = sentence.endOf(to) - sentence.start();
        return sentence.text().substring(start, end);
    }

    private static boolean startsName(Token token) {
        String text = token.text();
        if (text.isEmpty()) {
            return false;
        }
        if (Character.isUpperCase(text.charAt(0))) {
            return true;
        }
        int hyphen = text.indexOf('-');
        return hyphen > 0
                && hyphen <= 3
                && hyphen + 1 < text.length()
                && Character.isUpperCase(text.charAt(hyphen + 1));
    }

    private static boolean isPunctuation(Token token) {
        return !Character.isLetterOrDigit(token.text().charAt(0));
    }

    private static boolean isShouted(Sentence sentence) {
        int large = 0;
        int small = 0;
        for (int i = 0; i < sentence.text().length(); i++) {
            char c = sentence.text().charAt(i);
            large += Character.isUpperCase(c) ? 1 : 0;
            small += Character.isLowerCase(c) ? 1 : 0;
        }
        return large > small;
    }

    static boolean isAllCapitals(String word) {
        return word.length() > 1
                && word.chars().anyMatch(Character::isUpperCase)
                && word.chars().noneMatch(Character::isLowerCase);
    }
}
