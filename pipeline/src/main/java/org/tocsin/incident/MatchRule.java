package org.tocsin.incident;

import java.util.Set;

/** When two accounts of one country and family are about one real-world event. Rules are symmetric and know no order. */
interface MatchRule {
    /** What speaks for one event, and against. */
    Evidence compare(Account one, Account other);

    /** Under which words an index must list an account, so that those that it may be linked with are found. */
    Set<String> listed(Account account);

    /** Under which words those accounts are listed that an account may be linked with. */
    Set<String> sought(Account account);
}
