package org.tocsin.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which accounts of an incident are independent: not those that are near-copies of an earlier account and change no figure of it.
 *
 * @param independent the accounts that are no near-copies, in order of publication
 * @param outlets names of all outlets, in order of publication
 */
record Sources(List<Account> independent, List<String> outlets) {
    /** Sorts out the near-copies among accounts in order of publication. */
    static Sources of(List<Account> accounts) {
        List<Account> independent = new ArrayList<>();
        for (Account account : accounts) {
            if (independent.stream().noneMatch(earlier -> repeats(account, earlier))) {
                independent.add(account);
            }
        }
        List<String> outlets = accounts.stream()
                .map(account -> account.first().getSource())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Sources(independent, outlets);
    }

    /** How many distinct outlets have a text of their own. */
    int count() {
        Set<String> distinct = new HashSet<>();
        independent.forEach(account -> distinct.add(account.outlet()));
        return distinct.size();
    }

    private static boolean repeats(Account account, Account earlier) {
        Set<Figure> figures = new LinkedHashSet<>(account.figures().keySet());
        return account.isNearCopyOf(earlier)
                && figures.stream()
                        .allMatch(figure -> Figure.sameNumber(
                                account.figures().get(figure), earlier.figures().get(figure)));
    }
}
