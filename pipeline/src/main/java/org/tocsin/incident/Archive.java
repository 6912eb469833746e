package org.tocsin.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.ArticleAccounts;
import org.tocsin.schema.ArticleReport;

/** What articles say about one country, with the accounts read from it. The latest ones used are kept read. Not thread-safe. */
final class Archive {
    private static final int KEPT_READ = 2_000;

    private final SortedStore<ArticleAccounts> store;
    private final Map<String, Entry> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > KEPT_READ;
        }
    };

    Archive(SortedStore<ArticleAccounts> store) {
        this.store = store;
    }

    /**
     * What one article says.
     *
     * @param kept as the store keeps it
     * @param accounts the accounts of events that may be incidents
     */
    record Entry(ArticleAccounts kept, List<Account> accounts) {}

    /** What an article says about a country; null where nothing. */
    @Nullable
    Entry get(String country, String articleId) {
        String key = StoreKey.of(country, articleId);
        Entry entry = read.get(key);
        if (entry == null) {
            ArticleAccounts kept = store.get(key);
            if (kept == null) {
                return null;
            }
            entry = new Entry(kept, Happened.accounts(kept.getReport()));
            read.put(key, entry);
        }
        return entry;
    }

    /** The accounts of some articles. */
    List<Account> accounts(String country, Iterable<String> articleIds) {
        List<Account> accounts = new ArrayList<>();
        for (String articleId : articleIds) {
            Entry entry = get(country, articleId);
            if (entry != null) {
                accounts.addAll(entry.accounts());
            }
        }
        return accounts;
    }

    /** Puts a report in place of what the article said before; returns the accounts that it holds. */
    List<Account> replace(ArticleReport report) {
        String key = StoreKey.of(report.getCountry(), report.getArticleId());
        List<Account> accounts = Happened.accounts(report);
        if (accounts.isEmpty()) {
            read.remove(key);
            store.delete(key);
        } else {
            keep(key, new Entry(new ArticleAccounts(report, Map.of()), accounts));
        }
        return accounts;
    }

    /** Notes which incident each account belongs to. */
    void assign(String country, Map<String, List<Account>> byIncident) {
        Map<String, Map<String, String>> byArticle = new TreeMap<>();
        byIncident.forEach((incident, accounts) -> accounts.forEach(account -> byArticle
                .computeIfAbsent(account.articleId(), id -> new TreeMap<>())
                .put(account.first().getEventId(), incident)));
        byArticle.forEach((articleId, incidents) -> {
            Entry entry = get(country, articleId);
            if (entry != null) {
                Map<String, String> all = new TreeMap<>(entry.kept().getIncidents());
                all.putAll(incidents);
                if (!all.equals(entry.kept().getIncidents())) {
                    ArticleAccounts kept = new ArticleAccounts(entry.kept().getReport(), all);
                    keep(StoreKey.of(country, articleId), new Entry(kept, entry.accounts()));
                }
            }
        });
    }

    private void keep(String key, Entry entry) {
        store.put(key, entry.kept());
        read.put(key, entry);
    }
}
