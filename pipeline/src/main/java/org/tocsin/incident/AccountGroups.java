package org.tocsin.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups the accounts of one country, family and day by the real-world event that they are about. The groups depend on the set
 * of accounts alone: accounts are taken in order of publication, each joins the group that most speaks for, else founds one.
 */
final class AccountGroups {
    private AccountGroups() {}

    /** The groups in order of their first accounts, each in order of publication. */
    static List<List<Account>> of(List<Account> accounts, MatchRule rule) {
        List<Group> groups = new ArrayList<>();
        for (Account account : accounts.stream().sorted(Account.BY_PUBLICATION).toList()) {
            Group best = null;
            int most = 0;
            for (Group group : groups) {
                int evidence = group.evidence(account, rule);
                if (evidence > most) {
                    best = group;
                    most = evidence;
                }
            }
            if (best == null) {
                best = new Group();
                groups.add(best);
            }
            best.add(account);
        }
        return groups.stream().map(group -> group.members).toList();
    }

    /** Accounts of one event. Where many articles say the same, only one of them is compared with a newcomer. */
    private static final class Group {
        final List<Account> members = new ArrayList<>();
        private final Map<List<@Nullable Object>, Account> distinct = new LinkedHashMap<>();
        private final Map<String, List<Account>> byArticle = new HashMap<>();

        void add(Account account) {
            members.add(account);
            distinct.putIfAbsent(account.likeness(), account);
            byArticle
                    .computeIfAbsent(account.articleId(), id -> new ArrayList<>())
                    .add(account);
        }

        /** The best evidence that a member gives for the account; 0 where a member contradicts it. */
        int evidence(Account account, MatchRule rule) {
            for (Account sibling : byArticle.getOrDefault(account.articleId(), List.of())) {
                if (!rule.compatible(sibling, account)) {
                    return 0;
                }
            }
            int most = 0;
            for (Account member : distinct.values()) {
                if (!rule.compatible(member, account)) {
                    return 0;
                }
                most = Math.max(most, rule.evidence(member, account));
            }
            return most;
        }
    }
}
