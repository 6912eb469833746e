package org.tocsin.incident;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Count;

/** The figures of incidents that reports give and correct. */
enum Figure {
    KILLED,
    INJURED,
    MISSING,
    CAPTURED,
    DISPLACED,
    INTERCEPTED,
    LAUNCHED;

    /** Whether a count gives a number, not only words such as "dozens". */
    static boolean isNumber(@Nullable Count count) {
        return count != null && count.getBest() != null;
    }

    /** Whether both give one number, or neither does. */
    static boolean sameNumber(@Nullable Count one, @Nullable Count other) {
        return Objects.equals(one == null ? null : one.getBest(), other == null ? null : other.getBest());
    }

    /** Whether both give a number and the numbers differ. */
    static boolean differ(@Nullable Count one, @Nullable Count other) {
        return isNumber(one) && isNumber(other) && !sameNumber(one, other);
    }

    /** Whether both give one number of 1 or more. */
    static boolean shared(@Nullable Count one, @Nullable Count other) {
        return one != null && one.getBest() != null && one.getBest() > 0 && sameNumber(one, other);
    }
}
