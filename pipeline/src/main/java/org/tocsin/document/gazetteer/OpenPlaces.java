package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Mention.PlaceMention.Surface;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.Place;

/**
 * Gives open names their country and division, never coordinates: from the places written round them, else from the places that
 * the paragraph tells of, else the country that the article is about. Used for one article by one thread.
 */
final class OpenPlaces {
    private static final Set<String> TOWN_WORDS = Set.of("city", "town", "capital");

    private static final Set<String> VERB = Tags.like("VB[DZP]?|MD");
    private static final Set<String> VERB_OR_PLURAL = Tags.like("VB[DZP]?|MD|NNS");

    /** How the names of proclaimed states end, which are armed groups and lands alike. */
    private static final String PROCLAIMED = "People's Republic";

    /** Tokens behind a name within which its container is written. */
    private static final int REACH = 14;
    /** Sentences back to which a place still tells where the next name lies. */
    private static final int SENTENCES_BACK = 4;

    /** From this population on a town has districts. */
    private static final long CITY = 100_000;

    private static final Set<String> QUARTERS = Set.of(
            "neighbourhood",
            "neighborhood",
            "quarter",
            "suburb",
            "street",
            "avenue",
            "boulevard",
            "square",
            "roundabout");
    private static final Set<String> DISTRICTS = Set.of("district", "area", "ward", "borough", "sector");
    private static final Set<String> EDGES =
            Set.of("outskirts", "edge", "fringe", "fringes", "periphery", "side", "coast", "shore", "bank");

    /** Tokens from "on" to the word for an edge. */
    private static final int EDGE_REACH = 5;

    private static final Set<String> LEAVING = Set.of(
            "and", "but", "while", "after", "when", "where", "who", "which", ";", ":", "-", "--", "from", "to", "by",
            "with", "on", "during", "for", "before", "as", "that", "because", "against", "\u2014", "\u2013");

    private final PlaceCues cues;
    private final Surroundings surroundings;
    private final Evidence evidence;
    private final List<List<SpottedName>> spotted;
    private final List<List<SpottedName>> settled;
    private final @Nullable String ofTowns;
    private final List<Sentence> sentences;
    private final Respelled respelled;

    /** @param spotted the names of each sentence, those settled having a meaning */
    OpenPlaces(
            Gazetteer gazetteer,
            PlaceCues cues,
            Evidence evidence,
            List<Sentence> sentences,
            List<List<SpottedName>> spotted) {
        this.cues = cues;
        this.surroundings = new Surroundings(cues);
        this.evidence = evidence;
        this.sentences = sentences;
        this.spotted = spotted;
        this.settled = spotted.stream()
                .map(names ->
                        names.stream().filter(name -> name.meaning != null).toList())
                .toList();
        this.ofTowns = countryOfTowns(settled);
        this.respelled = new Respelled(
                gazetteer,
                settled.stream()
                        .flatMap(List::stream)
                        .map(name -> Objects.requireNonNull(name.meaning))
                        .filter(entry -> entry.kind() == PlaceKind.TOWN)
                        .toList());
    }

    /** Where an open name lies, as far as the text tells. */
    private record Holder(
            @Nullable String country,
            @Nullable String admin1,
            @Nullable GazetteerEntry within) {}

    /** The names of a sentence whose place is known. */
    List<SpottedName> settled(int position) {
        return settled.get(position);
    }

    /** The mention of an open name of the sentence at this position. */
    PlaceMention mention(int position, OpenName name) {
        Holder told = holder(position, name);
        Holder holder = told.within() == null && isPartOfTown(position, name) ? inLastTown(position, told) : told;
        GazetteerEntry town = respelled(position, name, told);
        if (town != null) {
            Place known = town.toPlace(name.text());
            return new PlaceMention(name.from(), name.to(), known, Surface.NAME, name.relation(), null);
        }
        Place place = new Place(
                name.text(),
                name.text(),
                holder.admin1(),
                holder.country(),
                null,
                null,
                null,
                name.kind().precision());
        GazetteerEntry within = holder.within();
        Place outer = within == null ? null : within.toPlace(within.name());
        return new PlaceMention(name.from(), name.to(), place, Surface.NAME, name.relation(), outer);
    }

    /** The town that the name spells otherwise; null where it names none that we know, or a part of a town. */
    private @Nullable GazetteerEntry respelled(int position, OpenName name, Holder told) {
        boolean known =
                spotted.get(position).stream().anyMatch(spot -> spot.from == name.from() && !spot.candidates.isEmpty());
        String country = told.country();
        return known || name.kind() != PlaceKind.TOWN || told.within() != null || country == null
                ? null
                : respelled.of(name.text(), country, told.admin1());
    }

    /** Whether the name is a street's or a quarter's, which lie in the town last told of. */
    private boolean isPartOfTown(int position, OpenName name) {
        String last = sentences.get(position).tokens().get(name.to() - 1).lower();
        return QUARTERS.contains(last)
                || DISTRICTS.contains(last) && (isOfCity(position, name) || isInOneTown(position));
    }

    /** "the city's Kosmichnyi district". */
    private boolean isOfCity(int position, OpenName name) {
        List<Token> tokens = sentences.get(position).tokens();
        return name.from() > 1
                && tokens.get(name.from() - 1).lower().equals("'s")
                && TOWN_WORDS.contains(tokens.get(name.from() - 2).lower());
    }

    /** Whether the sentence and those before it tell of one city and of no division, so that a district is the city's. */
    private boolean isInOneTown(int position) {
        Set<Integer> towns = new HashSet<>();
        for (int i = position; i >= 0 && i >= position - SENTENCES_BACK; i--) {
            for (SpottedName other : settled.get(i)) {
                GazetteerEntry entry = other.meaning;
                if (entry != null && entry.kind() == PlaceKind.TOWN && other.surface != Surface.ADJECTIVE) {
                    towns.add(entry.population() >= CITY ? entry.number() : -1);
                }
                if (entry != null && i == position && entry.kind().isDivision()) {
                    return false;
                }
            }
        }
        return towns.size() == 1 && !towns.contains(-1);
    }

    private Holder inLastTown(int position, Holder told) {
        for (int i = position; i >= 0 && i >= position - SENTENCES_BACK; i--) {
            for (SpottedName other : settled.get(i)) {
                GazetteerEntry entry = other.meaning;
                boolean place = other.surface != Surface.ADJECTIVE;
                boolean same = entry != null
                        && (told.country() == null || told.country().equals(entry.country()));
                if (place && entry != null && same && entry.kind() == PlaceKind.TOWN) {
                    return new Holder(entry.country(), entry.admin1Name(), entry);
                }
            }
        }
        return told;
    }

    private Holder holder(int position, OpenName name) {
        Holder behind = behind(position, name);
        if (behind != null && behind.admin1() != null) {
            return behind;
        }
        Holder proclaimed = behind == null ? ofProclaimed(sentences.get(position), name) : null;
        if (proclaimed != null) {
            return proclaimed;
        }
        Holder before = before(position, name);
        if (before != null && (behind == null || Objects.equals(before.country(), behind.country()))) {
            return before;
        }
        if (behind != null) {
            return behind;
        }
        Holder paragraph = paragraph(position, name);
        if (paragraph != null) {
            return paragraph;
        }
        String country = ofNamesakes(position, name);
        if (country == null) {
            country = lastTold(position);
        }
        if (country == null) {
            country = ofTowns == null ? evidence.leadingCountry() : ofTowns;
        }
        if (country == null) {
            country = evidence.homeOfActors();
        }
        return new Holder(country, null, null);
    }

    /** The country of the place told last in the few sentences before, whatever their paragraphs; null where none is told. */
    private @Nullable String lastTold(int position) {
        for (int i = position - 1; i >= 0 && i >= position - SENTENCES_BACK; i--) {
            List<SpottedName> names = settled.get(i);
            for (int k = names.size() - 1; k >= 0; k--) {
                GazetteerEntry entry = names.get(k).meaning;
                if (isTold(names.get(k)) && entry != null && entry.country() != null) {
                    return entry.country();
                }
            }
        }
        return null;
    }

    /** "the settlement of X in the Luhansk People's Republic": the land of a proclaimed state named behind; null where none is. */
    private static @Nullable Holder ofProclaimed(Sentence sentence, OpenName name) {
        return sentence.mentions(Mention.ActorMention.class)
                .filter(actor -> actor.name().endsWith(PROCLAIMED) && actor.country() != null)
                .filter(actor -> actor.from() >= name.to() && actor.from() - name.to() <= REACH)
                .map(actor -> new Holder(actor.country(), null, null))
                .findFirst()
                .orElse(null);
    }

    /** The country of all the places of that name that the article may mean. */
    private @Nullable String ofNamesakes(int position, OpenName name) {
        List<String> countries = spotted.get(position).stream()
                .filter(spot -> spot.from == name.from())
                .flatMap(spot -> spot.candidates.stream())
                .filter(candidate -> candidate.use() == NameUse.MAIN)
                .map(candidate -> candidate.entry().country())
                .filter(country -> country != null && evidence.names(country))
                .distinct()
                .toList();
        return countries.size() == 1 ? countries.get(0) : null;
    }

    /** The country in which most of the towns and divisions lie that the article names; null where it is not clear. */
    private static @Nullable String countryOfTowns(List<List<SpottedName>> settled) {
        Map<String, Long> counts = settled.stream()
                .flatMap(List::stream)
                .map(name -> Objects.requireNonNull(name.meaning))
                .filter(entry -> entry.country() != null && entry.kind() != PlaceKind.COUNTRY)
                .filter(entry -> entry.rank() != PlaceRank.NATIONAL_CAPITAL)
                .collect(
                        Collectors.groupingBy(entry -> Objects.requireNonNull(entry.country()), Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 3 >= all * 2)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The containers behind the name: "X near Abala in Niger's Tillaberi region". */
    private @Nullable Holder behind(int position, OpenName name) {
        Sentence sentence = sentences.get(position);
        Holder holder = null;
        boolean near = false;
        int end = Math.min(sentence.tokens().size(), name.to() + REACH);
        for (int i = name.to(); i < end; i++) {
            SpottedName at = startingAt(position, i);
            if (at != null && at.meaning != null) {
                holder = join(holder, at.meaning, near);
                near = false;
                i = at.to - 1;
                continue;
            }
            Token token = sentence.tokens().get(i);
            if (LEAVING.contains(token.lower()) && !isDistance(sentence, i) && !isEdge(sentence, i)
                    || VERB.contains(token.tag())) {
                break;
            }
            near |= isBearing(sentence, i);
        }
        return holder;
    }

    private @Nullable SpottedName startingAt(int position, int token) {
        return settled.get(position).stream()
                .filter(name -> name.from == token)
                .findFirst()
                .orElse(null);
    }

    private boolean isBearing(Sentence sentence, int at) {
        return cues.is(sentence.tokens().get(at).lower(), CueRole.NEAR)
                || surroundings.endsWith(sentence, at + 1, CueRole.NEAR);
    }

    private boolean isDistance(Sentence sentence, int at) {
        return surroundings.endsWith(sentence, at + 1, CueRole.NEAR);
    }

    /** "X, on the southern outskirts of Gao". */
    private static boolean isEdge(Sentence sentence, int at) {
        List<Token> tokens = sentence.tokens();
        return tokens.get(at).lower().equals("on")
                && tokens.subList(at, Math.min(tokens.size(), at + EDGE_REACH)).stream()
                        .anyMatch(token -> EDGES.contains(token.lower()));
    }

    private static Holder join(@Nullable Holder inner, GazetteerEntry entry, boolean near) {
        if (inner != null && inner.country() != null && !inner.country().equals(entry.country())) {
            return inner;
        }
        boolean holds = entry.kind() == PlaceKind.TOWN && !near && !isSmallSeat(entry);
        String division = entry.kind() == PlaceKind.COUNTRY || near ? null : entry.admin1Name();
        String admin1 = inner != null && inner.admin1() != null ? inner.admin1() : division;
        GazetteerEntry within = inner != null && inner.within() != null ? inner.within() : holds ? entry : null;
        return new Holder(entry.country(), admin1, within);
    }

    /** "in Butalin, Sagaing": a name beside that of a town too small for quarters means the division that bears the same name. */
    private static boolean isSmallSeat(GazetteerEntry entry) {
        String division = entry.admin1Name();
        return entry.population() < CITY && division != null && division.startsWith(entry.name());
    }

    /** The places of the sentence before the name: "Lebanon's X", "In the Belgorod region, the village of X", "the Lebanese village of X". */
    private @Nullable Holder before(int position, OpenName name) {
        Holder holder = null;
        List<SpottedName> names = settled.get(position);
        for (int i = names.size() - 1; i >= 0; i--) {
            SpottedName at = names.get(i);
            boolean possessive = at.to < name.from()
                    && sentences.get(position).tokens().get(at.to).lower().equals("'s");
            if (at.to <= name.from() && at.meaning != null && (isTold(at) && !isOrigin(position, at) || possessive)) {
                holder = join(holder, at.meaning, at.meaning.kind() == PlaceKind.TOWN);
            }
        }
        return holder != null ? holder : ofDemonym(sentences.get(position), name);
    }

    /** "two workers from Niger": whether a state's name only tells where people come from. */
    private boolean isOrigin(int position, SpottedName name) {
        return name.from > 0
                && name.country() != null
                && sentences.get(position).tokens().get(name.from - 1).lower().equals("from");
    }

    private static @Nullable Holder ofDemonym(Sentence sentence, OpenName name) {
        return sentence.mentions(Mention.ActorMention.class)
                .filter(actor -> actor.demonym() && actor.country() != null)
                .filter(actor -> actor.to() <= name.from() && name.from() - actor.to() <= 4)
                .filter(actor -> sentence.tokens().subList(actor.to(), name.from()).stream()
                        .noneMatch(token -> VERB_OR_PLURAL.contains(token.tag())))
                .map(actor -> new Holder(actor.country(), null, null))
                .findFirst()
                .orElse(null);
    }

    /** Whether something is told to have happened there, by a name that is no state capital's, which often only speaks. */
    private static boolean isTold(SpottedName name) {
        return name.surface != Surface.ADJECTIVE
                && name.locative
                && name.meaning != null
                && name.meaning.rank() != PlaceRank.NATIONAL_CAPITAL;
    }

    /** "Niger: Gunmen ambushed": whether the name and a colon open their sentence. */
    private boolean isHead(int position, SpottedName name) {
        List<Token> tokens = sentences.get(position).tokens();
        return name.from == 0
                && name.to < tokens.size()
                && tokens.get(name.to).text().equals(":");
    }

    /** The places that the paragraph told before, with their division where it is one and the same. */
    private @Nullable Holder paragraph(int position, OpenName name) {
        int paragraph = sentences.get(position).paragraph();
        List<GazetteerEntry> same = new ArrayList<>();
        for (int i = position; i >= 0 && i >= position - SENTENCES_BACK; i--) {
            for (SpottedName other : settled.get(i)) {
                boolean before = i < position || other.to <= name.from();
                boolean here = sentences.get(i).paragraph() == paragraph;
                if (before
                        && here
                        && (isTold(other) || isHead(i, other))
                        && other.meaning != null
                        && other.meaning.country() != null) {
                    same.add(other.meaning);
                }
            }
        }
        if (same.isEmpty()) {
            return null;
        }
        GazetteerEntry division = same.stream()
                .filter(entry -> entry.kind() != PlaceKind.COUNTRY)
                .findFirst()
                .orElse(null);
        boolean one = division != null
                && same.stream()
                        .allMatch(entry -> entry.kind() == PlaceKind.COUNTRY || entry.admin1() == division.admin1());
        return new Holder(same.get(0).country(), one && division != null ? division.admin1Name() : null, null);
    }
}
