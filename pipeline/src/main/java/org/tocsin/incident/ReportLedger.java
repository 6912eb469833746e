package org.tocsin.incident;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Incident;

/**
 * A ledger that links accounts of one country and family by evidence and resolves anew only what a report touches: the accounts
 * that are linked with its own, now or before, directly or by others. Since the incidents of linked accounts depend on these alone,
 * the result is that of resolving all accounts from scratch. Not thread-safe.
 */
public final class ReportLedger implements IncidentLedger {
    /** How long an incident stays open without reports where nothing else is configured. */
    public static final Duration CLOSE_AFTER = Duration.ofDays(14);

    private final LedgerStores stores;
    private final Archive archive;
    private final Map<EventFamily, Matcher> matchers = new EnumMap<>(EventFamily.class);

    /**
     * A ledger over stores, all of them empty or left by an earlier ledger with the same settings.
     *
     * @param stores what is kept
     * @param closeAfter how long an incident stays open without reports; later ones need more evidence to open it again
     */
    public ReportLedger(LedgerStores stores, Duration closeAfter) {
        this.stores = stores;
        this.archive = new Archive(stores.articles());
        for (EventFamily family : EventFamily.values()) {
            matchers.put(family, new Matcher(family.rule(), closeAfter));
        }
    }

    @Override
    public List<IncidentChange> apply(ArticleReport report) {
        String country = report.getCountry();
        Archive.Entry former = archive.get(country, report.getArticleId());
        List<Account> before = former == null ? List.of() : former.accounts();
        AccountIndex index = new AccountIndex(stores.index(), country);
        Map<Account.Key, Account> seeds = new LinkedHashMap<>();
        for (Account account : before) {
            neighbours(country, index, account).stream()
                    .filter(other -> !other.articleId().equals(report.getArticleId()))
                    .forEach(other -> seeds.put(other.key(), other));
        }
        index.remove(before);
        List<Account> now = archive.replace(report);
        index.add(now);
        now.forEach(account -> seeds.put(account.key(), account));

        Set<String> touched = new TreeSet<>();
        if (former != null) {
            touched.addAll(former.kept().getIncidents().values());
        }
        Report cause = Report.of(report, former == null ? null : former.kept().getReport());
        List<IncidentChange> changes = new ArrayList<>();
        for (EventFamily family : EventFamily.values()) {
            List<List<Account>> groups = groups(country, index, family, seeds.values(), touched);
            changes.addAll(resolve(country, family, groups, touched, cause));
        }
        return changes;
    }

    /** The groups of all accounts that are linked with the seeds of a family; notes the incidents that they belonged to. */
    private List<List<Account>> groups(
            String country, AccountIndex index, EventFamily family, Collection<Account> seeds, Set<String> touched) {
        List<List<Account>> groups = new ArrayList<>();
        Map<Account.Key, Account> visited = new LinkedHashMap<>();
        for (Account seed : seeds) {
            if (seed.family() == family && !visited.containsKey(seed.key())) {
                List<Account> linked = linked(country, index, seed);
                linked.forEach(account -> visited.put(account.key(), account));
                groups.addAll(AccountGroups.of(linked, matcher(family)));
            }
        }
        groups.sort(Comparator.comparing((List<Account> group) -> group.get(0), Account.BY_PUBLICATION));
        visited.values().forEach(account -> {
            Archive.Entry entry = archive.get(country, account.articleId());
            String incident = entry == null
                    ? null
                    : entry.kept().getIncidents().get(account.first().getEventId());
            if (incident != null) {
                touched.add(incident);
            }
        });
        return groups;
    }

    private List<IncidentChange> resolve(
            String country, EventFamily family, List<List<Account>> groups, Set<String> touched, Report cause) {
        List<Incident> standing = new ArrayList<>();
        for (String id : touched) {
            Incident incident = stores.incidents().get(StoreKey.of(country, id));
            if (incident != null && RevisionLog.stands(incident) && familyOf(incident) == family) {
                standing.add(incident);
            }
        }
        Lineage lineage = new Lineage(
                StoreKey.below(country, family.name()),
                standing,
                id -> stores.incidents().get(StoreKey.of(country, id)));
        Lineage.Succession succession = lineage.succession(groups, matcher(family), cause);
        for (IncidentChange change : succession.changes()) {
            stores.incidents().put(StoreKey.of(country, change.after().getIncidentId()), change.after());
        }
        archive.assign(country, succession.owned());
        return succession.changes();
    }

    private List<Account> linked(String country, AccountIndex index, Account seed) {
        Map<Account.Key, Account> found = new LinkedHashMap<>();
        found.put(seed.key(), seed);
        Deque<Account> open = new ArrayDeque<>(List.of(seed));
        while (!open.isEmpty()) {
            for (Account near : neighbours(country, index, open.remove())) {
                if (found.putIfAbsent(near.key(), near) == null) {
                    open.add(near);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The accounts that evidence links with one. */
    private List<Account> neighbours(String country, AccountIndex index, Account account) {
        Matcher matcher = matcher(account.family());
        return archive.accounts(country, index.articlesNear(account)).stream()
                .filter(other ->
                        other.family() == account.family() && !other.key().equals(account.key()))
                // an article is found by any of its accounts, but only those count that the index would find
                .filter(other -> !Collections.disjoint(account.sought(), other.listed()))
                .filter(other -> matcher.compare(account, other).links())
                .toList();
    }

    private Matcher matcher(EventFamily family) {
        return Objects.requireNonNull(matchers.get(family));
    }

    private static EventFamily familyOf(Incident incident) {
        return EventFamily.of(incident.getEventType());
    }
}
