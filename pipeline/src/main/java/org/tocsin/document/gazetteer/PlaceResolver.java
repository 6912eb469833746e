package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.PlaceMention.Surface;

/**
 * Decides which place each name of an article means: by the container written beside it, by the countries and divisions that
 * the article names, by places nearby, by population; and leaves a name open that none of these decides. A name means the
 * same place in the whole article.
 */
final class PlaceResolver {
    /** From this population on a town may be named without its country. */
    private static final long WELL_KNOWN = 100_000;
    /** Below this a town needs its country named near by or a word such as "in" before it. */
    private static final long SMALL = 15_000;
    /** From this population on a town that alone bears its name may be named without its country, where something happened in it. */
    private static final long SOLE_BEARER = 8_000;

    private static final int SHORTEST_SOLE_NAME = 5;
    /** Evidence from which on a country counts as the article's. */
    private static final double SUPPORT = 0.9;
    /** By how much the best reading must lead those of other places. */
    private static final double LEAD = 0.9;
    /** Entries as near as this, in km, are the same place entered twice. */
    private static final double SAME_PLACE_KM = 12;

    /** How many times larger a town must be than one that only formerly or elsewhere bears its name, to be meant in any article. */
    private static final long OVERSHADOWING_AN_ALIAS = 3;
    /** How many times larger a town must be than its country's other bearers of the name. */
    private static final long OVERSHADOWING = 10;

    private static final double DIVISION_WEIGHT = 1.5;
    private static final double POPULATION_WEIGHT = 0.6;
    private static final double MAIN_NAME = 1.6;
    private static final double CAPITAL = 1;
    private static final double QUARTER = -0.5;
    private static final double STATE = 7;
    /** Seas and landscapes are in our table because their names usually mean them. */
    private static final double AREA = 4;

    private static final double NEIGHBOUR_KM = 60;
    private static final double SAME_REGION_KM = 200;

    private final PlaceCues cues;

    PlaceResolver(PlaceCues cues) {
        this.cues = cues;
    }

    /**
     * A reading of a name.
     *
     * @param support how strongly the article speaks for its country
     * @param division how strongly it speaks for its first-order division
     * @param nearness how near a place lies that is already settled
     */
    private record Scored(Candidate candidate, double score, double support, double division, double nearness) {}

    /** Sets the meaning of each name that has one. */
    void resolve(List<SpottedName> names, Evidence evidence) {
        Map<String, List<SpottedName>> groups = new LinkedHashMap<>();
        for (SpottedName name : names) {
            groups.computeIfAbsent(group(name), key -> new ArrayList<>()).add(name);
        }
        List<GazetteerEntry> settled = new ArrayList<>();
        for (List<SpottedName> group : groups.values()) {
            settle(group, evidence, List.of(), settled);
        }
        for (List<SpottedName> group : groups.values()) {
            if (group.get(0).meaning == null) {
                settle(group, evidence, settled, new ArrayList<>());
            }
        }
        shareQualifiedMeanings(names);
    }

    private static String group(SpottedName name) {
        String key = name.key + "|" + name.said;
        return name.container == null ? key : key + "|" + name.container.key;
    }

    /** "Ivanivka" alone is the "Ivanivka, Kherson Oblast" of another sentence. */
    private static void shareQualifiedMeanings(List<SpottedName> names) {
        Map<String, GazetteerEntry> qualified = new LinkedHashMap<>();
        for (SpottedName name : names) {
            if (name.qualified() && name.meaning != null) {
                qualified.putIfAbsent(name.key, name.meaning);
            }
        }
        for (SpottedName name : names) {
            GazetteerEntry meaning = qualified.get(name.key);
            if (!name.qualified() && meaning != null && isPossible(name, meaning)) {
                name.meaning = meaning;
            }
        }
    }

    private static boolean isPossible(SpottedName name, GazetteerEntry meaning) {
        return name.candidates.stream().anyMatch(candidate -> candidate.entry().number() == meaning.number());
    }

    private void settle(
            List<SpottedName> group, Evidence evidence, List<GazetteerEntry> neighbours, List<GazetteerEntry> settled) {
        List<Scored> scored = likely(group.get(0)).stream()
                .map(candidate -> score(candidate, group, evidence, neighbours))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        if (scored.isEmpty()) {
            return;
        }
        Scored best = scored.get(0);
        if (leads(best, scored) && isCertain(best, group, evidence) && !isStrangeAlias(best, group.get(0), evidence)) {
            GazetteerEntry meaning = best.candidate().entry();
            group.forEach(name -> name.meaning = meaning);
            settled.add(meaning);
        }
    }

    /** Whether only another name of a lesser place in another country than the article's is met: "Merawi" in Ethiopia is not Merowe. */
    private static boolean isStrangeAlias(Scored best, SpottedName name, Evidence evidence) {
        GazetteerEntry entry = best.candidate().entry();
        if (best.candidate().use() != NameUse.ALIAS || name.qualified() || entry.population() >= WELL_KNOWN) {
            return false;
        }
        String leading = evidence.leadingCountry();
        return leading != null && !leading.equals(entry.country());
    }

    /** Unless a division beside the name tells, readings that a far larger place of that name overshadows fall away. */
    private static List<Candidate> likely(SpottedName name) {
        if (name.container != null && name.container.country() == null) {
            return name.candidates;
        }
        return name.candidates.stream()
                .filter(candidate -> name.candidates.stream().noneMatch(other -> overshadows(other, candidate)))
                .toList();
    }

    private static boolean overshadows(Candidate large, Candidate small) {
        GazetteerEntry one = large.entry();
        GazetteerEntry other = small.entry();
        boolean towns = one.kind() == PlaceKind.TOWN && other.kind() == PlaceKind.TOWN;
        if (!towns || one.population() < WELL_KNOWN) {
            return false;
        }
        if (large.use() == NameUse.MAIN) {
            boolean larger = one.population() >= OVERSHADOWING_AN_ALIAS * other.population();
            return small.use() == NameUse.ALIAS && (larger || one.rank() == PlaceRank.NATIONAL_CAPITAL);
        }
        return Objects.equals(one.country(), other.country()) && one.population() >= OVERSHADOWING * other.population();
    }

    private static Scored score(
            Candidate candidate, List<SpottedName> group, Evidence evidence, List<GazetteerEntry> neighbours) {
        GazetteerEntry entry = candidate.entry();
        double support = 0;
        double division = 0;
        for (SpottedName name : group) {
            support = Math.max(support, evidence.forCountry(entry, name));
            division = Math.max(division, evidence.forDivision(entry, name));
        }
        double near = nearness(entry, neighbours);
        double score = support
                + DIVISION_WEIGHT * division
                + POPULATION_WEIGHT * Math.log10(entry.population() + 10.0)
                + (candidate.use() == NameUse.MAIN ? MAIN_NAME : 0)
                + ofRank(entry)
                + near;
        return new Scored(candidate, score, support, division, near);
    }

    private static double ofRank(GazetteerEntry entry) {
        if (entry.kind() == PlaceKind.COUNTRY) {
            return STATE;
        }
        if (entry.kind() == PlaceKind.AREA) {
            return AREA;
        }
        return switch (entry.rank()) {
            case NATIONAL_CAPITAL -> CAPITAL;
            case QUARTER -> QUARTER;
            case ORDINARY, REGIONAL_CAPITAL -> 0;
        };
    }

    private static double nearness(GazetteerEntry entry, List<GazetteerEntry> neighbours) {
        double nearest = Double.MAX_VALUE;
        for (GazetteerEntry neighbour : neighbours) {
            boolean point = neighbour.kind() == PlaceKind.TOWN || neighbour.kind() == PlaceKind.SITE;
            if (point && neighbour.number() != entry.number()) {
                nearest = Math.min(nearest, entry.kmTo(neighbour));
            }
        }
        if (nearest < NEIGHBOUR_KM) {
            return 1;
        }
        return nearest < SAME_REGION_KM ? 0.5 : 0;
    }

    private static boolean leads(Scored best, List<Scored> scored) {
        for (Scored rival : scored) {
            GazetteerEntry entry = rival.candidate().entry();
            boolean other = entry.kmTo(best.candidate().entry()) > SAME_PLACE_KM
                    || entry.kind() != best.candidate().entry().kind();
            if (rival != best && other && best.score() - rival.score() < LEAD) {
                return false;
            }
        }
        return true;
    }

    private boolean isCertain(Scored best, List<SpottedName> group, Evidence evidence) {
        GazetteerEntry entry = best.candidate().entry();
        SpottedName name = group.get(0);
        if (name.qualified()) {
            return true;
        }
        if (entry.kind() == PlaceKind.COUNTRY) {
            return cues.stop(name.key) == null || best.support() >= SUPPORT || isLocative(group);
        }
        StopReason stop = cues.stop(name.key);
        if (stop != null && !standsAsPlace(stop, best, group)) {
            return false;
        }
        if (entry.country() == null || name.said != null && entry.kind().isDivision()) {
            return true;
        }
        return isWellKnown(best) || isSupported(best, group) || isSoleBearer(best, group, evidence);
    }

    private static boolean standsAsPlace(StopReason stop, Scored best, List<SpottedName> group) {
        GazetteerEntry entry = best.candidate().entry();
        if (group.get(0).said != null) {
            return best.support() >= SUPPORT;
        }
        return switch (stop) {
            case CALENDAR -> false;
            case WORD, PERSON ->
                isLocative(group)
                        && entry.population() >= WELL_KNOWN
                        && (best.support() >= SUPPORT || entry.rank() == PlaceRank.NATIONAL_CAPITAL);
        };
    }

    /** A large town or a capital by its usual name. A former or foreign name alone is too weak: "Mambasa" need not be Mombasa. */
    private static boolean isWellKnown(Scored best) {
        GazetteerEntry entry = best.candidate().entry();
        return best.candidate().use() == NameUse.MAIN
                && (entry.population() >= WELL_KNOWN
                        || entry.rank() == PlaceRank.NATIONAL_CAPITAL
                        || (entry.rank() == PlaceRank.REGIONAL_CAPITAL && entry.population() >= SMALL));
    }

    private static boolean isSupported(Scored best, List<SpottedName> group) {
        GazetteerEntry entry = best.candidate().entry();
        if (best.support() < SUPPORT && best.nearness() == 0) {
            return false;
        }
        boolean ours = entry.geonamesId() == null;
        boolean alone = best.candidate().use() == NameUse.MAIN
                && group.get(0).candidates.size() == 1;
        return ours
                || alone
                || entry.population() >= SMALL
                || best.division() > 0
                || isLocative(group)
                || group.get(0).said != null;
    }

    /** A town of some size, alone in the world with its name, where something is told to have happened or that the headline names. */
    private static boolean isSoleBearer(Scored best, List<SpottedName> group, Evidence evidence) {
        GazetteerEntry entry = best.candidate().entry();
        boolean sole = group.get(0).candidates.stream()
                .map(Candidate::entry)
                .allMatch(other -> other.kmTo(entry) <= SAME_PLACE_KM || isSeatOf(entry, other));
        return sole
                && (isLocative(group) || evidence.isOfHeadline(group.get(0).key))
                && entry.kind() == PlaceKind.TOWN
                && best.candidate().use() == NameUse.MAIN
                && entry.population() >= SOLE_BEARER
                && entry.name().length() >= SHORTEST_SOLE_NAME;
    }

    /** Whether the other place of the name is the district round the town. */
    private static boolean isSeatOf(GazetteerEntry town, GazetteerEntry district) {
        return district.kind() == PlaceKind.ADMIN2 && district.admin1() == town.admin1();
    }

    private static boolean isLocative(List<SpottedName> group) {
        return group.stream().anyMatch(name -> name.locative || name.surface == Surface.DATELINE);
    }

    /** The certain reading of a name before others are weighed: a large place with no rival of a tenth its size and no state of that name; null where there is none. */
    static @Nullable GazetteerEntry obvious(SpottedName name) {
        Candidate best = null;
        for (Candidate candidate : name.candidates) {
            if (candidate.entry().kind() == PlaceKind.COUNTRY) {
                return null;
            }
            if (best == null || candidate.entry().population() > best.entry().population()) {
                best = candidate;
            }
        }
        if (best == null || best.use() != NameUse.MAIN || best.entry().population() < WELL_KNOWN) {
            return null;
        }
        GazetteerEntry entry = best.entry();
        boolean rival = name.candidates.stream()
                .map(Candidate::entry)
                .anyMatch(other -> other.kmTo(entry) > SAME_PLACE_KM && other.population() * 10 > entry.population());
        return rival ? null : entry;
    }
}
