package org.tocsin.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups accounts that are linked with each other, directly or by others, by the real-world event that they are about. The groups
 * depend on the set of accounts alone. The two groups with the strongest evidence are joined first, until none is strong enough;
 * what contradicts any member weakens it, so that a vague report does not join two attacks that were told apart. Of very many
 * accounts the earliest are grouped like that, the later ones join the group with the strongest evidence.
 */
final class AccountGroups {
    /** Most accounts that are compared each with each. Own choice: bounds the work for the most reported events. */
    static final int CORE = 48;

    /** Most members of a group that a later account is compared with. */
    private static final int SAMPLE = 12;

    private final Matcher matcher;

    private AccountGroups(Matcher matcher) {
        this.matcher = matcher;
    }

    /** The groups in order of their first accounts, each in order of publication. */
    static List<List<Account>> of(List<Account> linked, Matcher matcher) {
        List<Account> ordered = linked.stream().sorted(Account.BY_PUBLICATION).toList();
        int core = Math.min(CORE, ordered.size());
        AccountGroups grouping = new AccountGroups(matcher);
        List<List<Account>> groups = grouping.agglomerate(ordered.subList(0, core));
        ordered.subList(core, ordered.size()).forEach(account -> grouping.follow(groups, account));
        groups.forEach(group -> group.sort(Account.BY_PUBLICATION));
        groups.sort(Comparator.comparing((List<Account> group) -> group.get(0), Account.BY_PUBLICATION));
        return groups;
    }

    private List<List<Account>> agglomerate(List<Account> accounts) {
        List<List<Account>> groups = new ArrayList<>();
        accounts.forEach(account -> groups.add(new ArrayList<>(List.of(account))));
        Link[][] links = links(accounts);
        boolean[] gone = new boolean[accounts.size()];
        for (int[] pair = strongest(links, gone); pair != null; pair = strongest(links, gone)) {
            groups.get(pair[0]).addAll(groups.get(pair[1]));
            gone[pair[1]] = true;
            for (int k = 0; k < links.length; k++) {
                if (k != pair[0] && !gone[k]) {
                    Link joined = links[pair[0]][k].and(links[pair[1]][k]);
                    links[pair[0]][k] = joined;
                    links[k][pair[0]] = joined;
                }
            }
        }
        List<List<Account>> left = new ArrayList<>();
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                left.add(groups.get(i));
            }
        }
        return left;
    }

    private Link[][] links(List<Account> accounts) {
        int n = accounts.size();
        Link[][] links = new Link[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                links[i][j] = Link.of(matcher.compare(accounts.get(i), accounts.get(j)));
                links[j][i] = links[i][j];
            }
        }
        return links;
    }

    private static int @Nullable [] strongest(Link[][] links, boolean[] gone) {
        int[] best = null;
        int most = Evidence.LINK;
        for (int i = 0; i < links.length; i++) {
            for (int j = i + 1; j < links.length && !gone[i]; j++) {
                if (!gone[j] && (links[i][j].strength() > most || best == null && links[i][j].strength() >= most)) {
                    most = links[i][j].strength();
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    private void follow(List<List<Account>> groups, Account account) {
        List<Account> best = null;
        int most = 0;
        for (List<Account> group : groups) {
            int strength = link(group, account).strength();
            if (strength >= Evidence.LINK && strength > most) {
                most = strength;
                best = group;
            }
        }
        if (best == null) {
            best = new ArrayList<>();
            groups.add(best);
        }
        best.add(account);
    }

    private Link link(List<Account> group, Account account) {
        Link link = null;
        for (Account member : group.subList(0, Math.min(SAMPLE, group.size()))) {
            Link here = Link.of(matcher.compare(member, account));
            link = link == null ? here : link.and(here);
        }
        if (link == null) {
            throw new IllegalStateException("A group has members");
        }
        return link;
    }

    /**
     * The evidence between two groups.
     *
     * @param most the most that speaks for a pair
     * @param worst the most that speaks against a pair
     */
    private record Link(int most, int worst) {
        static Link of(Evidence evidence) {
            return new Link(evidence.score() - evidence.against(), evidence.against());
        }

        Link and(Link other) {
            return new Link(Math.max(most, other.most), Math.min(worst, other.worst));
        }

        /** What speaks for it, less what speaks against the worst pair. */
        int strength() {
            return most + worst;
        }
    }
}
