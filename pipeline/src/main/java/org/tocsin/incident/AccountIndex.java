package org.tocsin.incident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the articles whose accounts may be linked with one, by ranges of lane and day, so that the work does not grow with the
 * country. What may have taken place on more than a few days is listed by month.
 */
final class AccountIndex {
    private static final int LONGEST_NARROW = Window.WIDEST_GAP + 1;
    private static final int MOST_MONTHS = 24;
    private static final int SEGMENT_OF_ARTICLE = 4;

    private final SortedStore<String> store;
    private final String country;

    AccountIndex(SortedStore<String> store, String country) {
        this.store = store;
        this.country = country;
    }

    /** Lists accounts of an article. */
    void add(Collection<Account> accounts) {
        keys(accounts).forEach(key -> store.put(key, StoreKey.segments(key).get(SEGMENT_OF_ARTICLE)));
    }

    /** Takes accounts of an article off the lists. */
    void remove(Collection<Account> accounts) {
        keys(accounts).forEach(store::delete);
    }

    /** The articles that have accounts which may be linked with one, the account's own among them. */
    Set<String> articlesNear(Account account) {
        Set<String> articles = new TreeSet<>();
        Window window = account.window();
        String from =
                window.from().minusDays(LONGEST_NARROW + Window.WIDEST_GAP).toString();
        String to = window.to().plusDays(Window.WIDEST_GAP + 1).toString();
        for (String lane : account.sought()) {
            String prefix = prefix(account, lane);
            values(store.between(prefix + from, prefix + to), articles);
            for (String month : months(window)) {
                values(store.between(prefix + month + "/", prefix + month + "0"), articles);
            }
        }
        return articles;
    }

    private static void values(List<Map.Entry<String, String>> entries, Set<String> into) {
        entries.forEach(entry -> into.add(entry.getValue()));
    }

    private Set<String> keys(Collection<Account> accounts) {
        Set<String> keys = new HashSet<>();
        for (Account account : accounts) {
            for (String lane : account.listed()) {
                for (String day : days(account.window())) {
                    keys.add(prefix(account, lane) + StoreKey.of(day, account.articleId()));
                }
            }
        }
        return keys;
    }

    private String prefix(Account account, String lane) {
        return StoreKey.below(country, account.family().name(), lane);
    }

    private static List<String> days(Window window) {
        return window.days() <= LONGEST_NARROW ? List.of(window.from().toString()) : months(window);
    }

    private static List<String> months(Window window) {
        List<String> months = new ArrayList<>();
        LocalDate last = window.to();
        for (YearMonth month = YearMonth.from(window.from());
                !month.atDay(1).isAfter(last) && months.size() < MOST_MONTHS;
                month = month.plusMonths(1)) {
            months.add("m" + month);
        }
        return months;
    }
}
