package org.tocsin.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.schema.IncidentMatch;

/** Tells for each article of an incident why it is taken to report it. */
final class Matches {
    /** Most articles that are explained, and most earlier ones that each is compared with. Own choice: bounds size and work. */
    private static final int EXPLAINED = 24;

    private Matches() {}

    /** The strongest link of each article to an earlier one; accounts in order of publication. */
    static List<IncidentMatch> of(List<Account> accounts, Matcher matcher) {
        List<IncidentMatch> matches = new ArrayList<>();
        Set<String> explained = new HashSet<>();
        for (int i = 0; i < accounts.size() && matches.size() < EXPLAINED; i++) {
            if (explained.add(accounts.get(i).articleId())) {
                matches.add(match(accounts.get(i), accounts.subList(0, i), matcher));
            }
        }
        return matches;
    }

    private static IncidentMatch match(Account account, List<Account> earlier, Matcher matcher) {
        Evidence strongest = Evidence.NONE;
        for (Account other : earlier) {
            Evidence evidence = matcher.compare(other, account);
            if (evidence.score() > strongest.score()) {
                strongest = evidence;
            }
        }
        return new IncidentMatch(account.articleId(), strongest.score(), strongest.words());
    }
}
