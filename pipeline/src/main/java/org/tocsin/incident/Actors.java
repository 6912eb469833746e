package org.tocsin.incident;

import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventView;
import org.tocsin.schema.Actor;

/** The actors of accounts. */
final class Actors {
    private Actors() {}

    /** Who acts in an account: the attacker, whose air defence, who takes or leaves a place; null where it does not say. */
    static @Nullable Actor of(Account account) {
        return account.first(Actors::of);
    }

    /** Whether two accounts may mean one actor: not if both name the actor's country and the countries differ. */
    static boolean compatible(Account one, Account other) {
        Actor here = of(one);
        Actor there = of(other);
        return here == null
                || there == null
                || here.getCountry() == null
                || there.getCountry() == null
                || here.getCountry().equals(there.getCountry());
    }

    private static @Nullable Actor of(EventView view) {
        for (String field : new String[] {"attacker", "by", "actor"}) {
            if (view.get(field) instanceof Actor actor) {
                return actor;
            }
        }
        return null;
    }
}
