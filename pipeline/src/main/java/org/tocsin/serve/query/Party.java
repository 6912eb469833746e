package org.tocsin.serve.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Target;

/**
 * Somebody who acts or is aimed at, as filters ask.
 *
 * @param name canonical name in lower case
 * @param country ISO 3166-1 alpha-2 code; null where there is none
 */
record Party(String name, @Nullable String country) {
    static Party of(Actor actor) {
        return new Party(actor.getName().toLowerCase(Locale.ROOT), actor.getCountry());
    }

    static Party of(Target target) {
        String kind = target.getKind() == null ? "" : " " + target.getKind().name();
        return new Party((target.getText() + kind).toLowerCase(Locale.ROOT), null);
    }

    /** Whether a filter means it: by a part of the name without case, or by two capital letters that are its country. */
    boolean isMeantBy(String wanted) {
        return isCountry(wanted) ? wanted.equals(country) : name.contains(wanted.toLowerCase(Locale.ROOT));
    }

    static boolean isCountry(String wanted) {
        return wanted.length() == 2 && wanted.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
