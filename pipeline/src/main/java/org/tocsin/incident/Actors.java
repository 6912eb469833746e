package org.tocsin.incident;

import org.tocsin.schema.Actor;

/** Whether accounts mean the same actor. */
final class Actors {
    private Actors() {}

    /** Whether two accounts may mean one actor: not if both name the actor's country and the countries differ. */
    static boolean compatible(Account one, Account other) {
        Actor here = one.actor();
        Actor there = other.actor();
        return here == null
                || there == null
                || here.getCountry() == null
                || there.getCountry() == null
                || here.getCountry().equals(there.getCountry());
    }
}
