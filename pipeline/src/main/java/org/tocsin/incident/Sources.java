package org.tocsin.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which accounts of an incident are independent: not those that are near-copies of an earlier account.
 *
 * @param independent the accounts that are no near-copies, in order of publication
 * @param telling the accounts that give figures of their own: the independent ones, and near-copies with another figure, since an
 *     outlet that updates its text says something new
 * @param outlets names of all outlets, in order of publication
 */
record Sources(List<Account> independent, List<Account> telling, List<String> outlets) {
    /** Sorts out the near-copies among accounts in order of publication. */
    static Sources of(List<Account> accounts) {
        List<Account> independent = new ArrayList<>();
        List<Account> telling = new ArrayList<>();
        for (Account account : accounts) {
            List<Account> originals = independent.stream()
                    .filter(earlier -> !earlier.articleId().equals(account.articleId()))
                    .filter(account::isNearCopyOf)
                    .toList();
            if (originals.isEmpty()) {
                independent.add(account);
            }
            if (originals.isEmpty() || saysNew(account, accounts)) {
                telling.add(account);
            }
        }
        List<String> outlets = accounts.stream()
                .map(account -> account.first().getSource())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Sources(independent, telling, outlets);
    }

    /** How many distinct outlets have a text of their own. */
    int count() {
        Set<String> distinct = new HashSet<>();
        independent.forEach(account -> distinct.add(account.outlet()));
        return distinct.size();
    }

    /** Whether a near-copy gives a number that no earlier account with the same text gives. */
    private static boolean saysNew(Account copy, List<Account> accounts) {
        for (Figure figure : Figure.values()) {
            Set<Integer> before = new LinkedHashSet<>();
            accounts.stream()
                    .filter(other -> Account.BY_PUBLICATION.compare(other, copy) < 0 && copy.isNearCopyOf(other))
                    .forEach(other -> {
                        before.addAll(other.numbers(figure));
                        before.addAll(other.formerNumbers(figure));
                    });
            if (!before.containsAll(copy.numbers(figure)) && !before.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
