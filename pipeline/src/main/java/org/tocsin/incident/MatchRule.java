package org.tocsin.incident;

/** When two accounts, both of one country, family and day, are about one real-world event. Rules are symmetric and know no order. */
interface MatchRule {
    /** Whether nothing that the two say excludes that they are about one event. */
    boolean compatible(Account one, Account other);

    /**
     * How much speaks for one event: 0 where nothing does, then the two are held apart; else the higher the better. Only asked
     * of compatible accounts.
     */
    int evidence(Account one, Account other);
}
