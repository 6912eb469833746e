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
 * Carries the identity of incidents over from one resolution to the next. An incident lives on in the group that has most
 * of its events; where several meet in one group the oldest keeps its identifier and the others are merged into it. An incident none
 * of whose events stands lives on in a group that shares an article with it and that nobody claims (the article's text was
 * changed), else it is retracted.
 */
final class Lineage {
    private static final Comparator<Incident> OLDEST_FIRST =
            Comparator.comparing(Incident::getFirstReportedAt).thenComparing(Incident::getIncidentId);

    /** Merged incidents point to incidents that may be merged later; chains are short. Bounds the work. */
    private static final int LONGEST_CHAIN = 100;

    private final String scope;
    private final Function<String, @Nullable Incident> store;
    private final List<Incident> standing;

    /**
     * The lineage of the incidents that a report touches.
     *
     * @param scope what tells the founding events of two countries or families apart
     * @param touched the incidents that stand
     * @param store finds any incident by its identifier, those merged and retracted included
     */
    Lineage(String scope, Collection<Incident> touched, Function<String, @Nullable Incident> store) {
        this.scope = scope;
        this.store = store;
        this.standing = touched.stream().sorted(OLDEST_FIRST).toList();
    }

    /** How the incidents change when their accounts form these groups: those that stand first, then those that ended. */
    Succession succession(List<List<Account>> groups, Matcher matcher, Report report) {
        List<Estate> estates = groups.stream().map(Estate::new).toList();
        List<Incident> orphans =
                standing.stream().filter(incident -> !claim(estates, incident)).toList();
        orphans.forEach(incident -> adopt(estates, incident));

        Map<String, Estate> living = name(estates);
        List<IncidentChange> changes = new ArrayList<>();
        Map<String, List<Account>> owned = new LinkedHashMap<>();
        Map<String, String> survivors = new HashMap<>();
        living.forEach((id, estate) -> {
            owned.put(id, estate.group);
            estate.claimants.forEach(claimant -> survivors.put(claimant.getIncidentId(), id));
            Incident content = IncidentContent.of(id, estate.group, matcher);
            Revisions.next(store.apply(id), content, estate.merged(), living.keySet(), report)
                    .ifPresent(changes::add);
        });
        changes.addAll(endings(survivors, report));
        changes.addAll(releases(living.keySet(), report));
        return new Succession(changes, owned);
    }

    /**
     * What became of some incidents.
     *
     * @param changes how they changed
     * @param owned the accounts of each incident that stands
     */
    record Succession(List<IncidentChange> changes, Map<String, List<Account>> owned) {}

    private List<IncidentChange> endings(Map<String, String> survivors, Report report) {
        List<IncidentChange> changes = new ArrayList<>();
        for (Incident before : standing) {
            String survivor = survivors.get(before.getIncidentId());
            if (survivor == null) {
                changes.add(Revisions.retracted(before, report));
            } else if (!survivor.equals(before.getIncidentId())) {
                changes.add(Revisions.merged(before, survivor, report));
            }
        }
        return changes;
    }

    /** Changes of incidents elsewhere that hold the name of one which was merged into them and now stands for itself again. */
    private List<IncidentChange> releases(Set<String> living, Report report) {
        Map<String, Incident> holders = new LinkedHashMap<>();
        for (String id : living) {
            Incident at = store.apply(id);
            for (int steps = 0; at != null && at.getMergedInto() != null && steps < LONGEST_CHAIN; steps++) {
                at = store.apply(at.getMergedInto());
            }
            if (at != null && RevisionLog.stands(at) && !living.contains(at.getIncidentId())) {
                holders.put(at.getIncidentId(), at);
            }
        }
        standing.forEach(ended -> holders.remove(ended.getIncidentId()));
        List<IncidentChange> changes = new ArrayList<>();
        holders.values()
                .forEach(holder -> Revisions.next(holder, holder, List.of(), living, report)
                        .ifPresent(changes::add));
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
        Map<String, Estate> living = new LinkedHashMap<>();
        for (Estate estate : estates) {
            String founder = estate.group.get(0).first().getEventId();
            String named = estate.claimants.isEmpty()
                    ? IncidentIds.unused(scope, founder, id -> taken.contains(id) || standsElsewhere(id))
                    : estate.claimants.get(0).getIncidentId();
            taken.add(named);
            living.put(named, estate);
        }
        return living;
    }

    private boolean standsElsewhere(String id) {
        Incident known = store.apply(id);
        return known != null && RevisionLog.stands(known);
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
