package org.tocsin.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups the accounts of one country, family and day by the real-world event that they are about. The groups depend on the set
 * of accounts alone: accounts are taken in order of publication, each joins the group that most speaks for, else founds one.
 */
final class AccountGroups {
    private AccountGroups() {}

    /** The groups in order of their first accounts, each in order of publication. */
    static List<List<Account>> of(List<Account> accounts, MatchRule rule) {
        List<List<Account>> groups = new ArrayList<>();
        for (Account account : accounts.stream().sorted(Account.BY_PUBLICATION).toList()) {
            List<Account> best = null;
            int most = 0;
            for (List<Account> group : groups) {
                int evidence = evidence(group, account, rule);
                if (evidence > most) {
                    best = group;
                    most = evidence;
                }
            }
            if (best == null) {
                best = new ArrayList<>();
                groups.add(best);
            }
            best.add(account);
        }
        return groups;
    }

    /** The best evidence that a member gives for the account; 0 where a member contradicts it. */
    private static int evidence(List<Account> group, Account account, MatchRule rule) {
        int most = 0;
        for (Account member : group) {
            if (!rule.compatible(member, account)) {
                return 0;
            }
            most = Math.max(most, rule.evidence(member, account));
        }
        return most;
    }
}
