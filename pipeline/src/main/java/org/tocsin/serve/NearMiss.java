package org.tocsin.serve;

import java.util.Collection;
import org.tocsin.stream.NearestName;

/** Finds the name that was meant, without case first. */
final class NearMiss {
    private static final int LONGEST = 64;

    private NearMiss() {}

    /** The nearest known name. */
    static String of(String typed, Collection<String> known) {
        String compared = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return known.stream()
                .filter(compared::equalsIgnoreCase)
                .findFirst()
                .orElseGet(() -> NearestName.of(compared, known));
    }

    /**
     * A value, if it is known.
     *
     * @throws Parameter.Unreadable that names the nearest known one and all others
     */
    static String check(String typed, Collection<String> known) {
        if (known.contains(typed)) {
            return typed;
        }
        throw new Parameter.Unreadable("there is no '" + typed + "'. Did you mean " + of(typed, known) + "? There are: "
                + String.join(", ", known));
    }
}
