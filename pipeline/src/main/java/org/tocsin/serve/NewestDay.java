package org.tocsin.serve;

import java.time.Clock;
import java.time.LocalDate;
import org.tocsin.serve.query.Filter;

/** Finds the day that an interval with a length but without an end, such as {@code P7D/..}, ends with. */
@FunctionalInterface
public interface NewestDay {
    /**
     * The newest day, not later than today, that holds anything that meets the conditions; today where there is none.
     *
     * @param filter conditions without days
     */
    LocalDate of(Filter filter);

    /** Always today (UTC), for what comes in from now on. */
    static NewestDay today(Clock clock) {
        return filter -> LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }
}
