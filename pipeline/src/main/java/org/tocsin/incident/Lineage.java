package org.tocsin.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;

/**
 * Carries the identity of a block's incidents over from one resolution to the next. An incident lives on in the group that has most
 * of its events; where several meet in one group the oldest keeps its identifier and the others are merged into it. An incident none
 * of whose events stands lives on in a group that shares an article with it and that nobody claims (the article's text was
 * changed), else it is retracted.
 */
final class Lineage {
    private static final Comparator<Incident> OLDEST_FIRST =
            Comparator.comparing(Incident::getFirstReportedAt).thenComparing(Incident::getIncidentId);

    private final Block block;
    private final Map<String, Incident> known;
    private final List<Incident> standing;

    /**
     * The lineage of a block.
     *
     * @param block the block
     * @param known its incidents, those merged and retracted included
     */
    Lineage(Block block, List<Incident> known) {
        this.block = block;
        this.known = known.stream().collect(Collectors.toMap(Incident::getIncidentId, Function.identity()));
        this.standing =
                known.stream().filter(Revisions::stands).sorted(OLDEST_FIRST).toList();
    }

    /** How the incidents change when the block's accounts form these groups: those that stand first, then those that ended. */
    List<IncidentChange> changes(List<List<Account>> groups) {
        List<Estate> estates = groups.stream().map(Estate::new).toList();
        List<Incident> orphans =
                standing.stream().filter(incident -> !claim(estates, incident)).toList();
        orphans.forEach(incident -> adopt(estates, incident));

        Map<String, Estate> living = name(estates);
        List<IncidentChange> changes = new ArrayList<>();
        Map<String, String> survivors = new HashMap<>();
        living.forEach((id, estate) -> {
            estate.claimants.forEach(claimant -> survivors.put(claimant.getIncidentId(), id));
            Incident content = IncidentContent.of(id, block.day(), estate.group);
            Revisions.next(known.get(id), content, estate.merged(), living.keySet())
                    .ifPresent(changes::add);
        });
        changes.addAll(endings(survivors));
        return changes;
    }

    private List<IncidentChange> endings(Map<String, String> survivors) {
        List<IncidentChange> changes = new ArrayList<>();
        for (Incident before : standing) {
            String survivor = survivors.get(before.getIncidentId());
            if (survivor == null) {
                changes.add(Revisions.retracted(before));
            } else if (!survivor.equals(before.getIncidentId())) {
                changes.add(Revisions.merged(before, survivor));
            }
        }
        return changes;
    }

    private static boolean claim(List<Estate> estates, Incident incident) {
        Set<String> events = new HashSet<>(incident.getEventIds());
        Estate most = richest(estates, estate -> shared(estate.eventIds, events));
        if (most != null) {
            most.claimants.add(incident);
        }
        return most != null;
    }

    private static void adopt(List<Estate> estates, Incident incident) {
        Set<String> articles = new HashSet<>(incident.getArticleIds());
        Estate most = richest(
                estates.stream().filter(estate -> estate.claimants.isEmpty()).toList(),
                estate -> shared(estate.articleIds, articles));
        if (most != null) {
            most.claimants.add(incident);
        }
    }

    private static @Nullable Estate richest(List<Estate> estates, Function<Estate, Long> worth) {
        return estates.stream()
                .filter(estate -> worth.apply(estate) > 0)
                .min(Comparator.comparing(estate -> -worth.apply(estate)))
                .orElse(null);
    }

    private static long shared(Collection<String> one, Set<String> other) {
        return one.stream().filter(other::contains).count();
    }

    /** The estates by the identifiers that their incidents keep or are given, in the order of the estates. */
    private Map<String, Estate> name(List<Estate> estates) {
        Set<String> taken = standing.stream().map(Incident::getIncidentId).collect(Collectors.toSet());
        Map<String, Estate> named = new LinkedHashMap<>();
        for (Estate estate : estates) {
            String founder = estate.group.get(0).first().getEventId();
            String id = estate.claimants.isEmpty()
                    ? IncidentIds.unused(block, founder, taken)
                    : estate.claimants.get(0).getIncidentId();
            taken.add(id);
            named.put(id, estate);
        }
        return named;
    }

    /** A group of accounts with the incidents that live on in it, oldest first. */
    private static final class Estate {
        final List<Account> group;
        final Set<String> eventIds;
        final Set<String> articleIds;
        final List<Incident> claimants = new ArrayList<>();

        Estate(List<Account> group) {
            this.group = group;
            this.eventIds = group.stream()
                    .flatMap(account -> account.events().stream())
                    .map(EventEnvelope::getEventId)
                    .collect(Collectors.toSet());
            this.articleIds = group.stream().map(Account::articleId).collect(Collectors.toSet());
        }

        /** The incidents that are merged into the oldest. */
        List<Incident> merged() {
            return claimants.size() > 1 ? claimants.subList(1, claimants.size()) : List.of();
        }
    }
}
