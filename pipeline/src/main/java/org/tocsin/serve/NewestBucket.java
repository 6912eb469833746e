package org.tocsin.serve;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tocsin.rollup.RollupClock;
import org.tocsin.serve.query.AggregateRow;
import org.tocsin.serve.query.Aggregation;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Holdings;

/**
 * Finds the newest day whose bucket holds anything, so that old articles give an answer too.
 *
 * @param holdings what is asked
 * @param clock which time counts
 * @param last no later day is taken; the answer where no bucket holds anything
 */
record NewestBucket(Holdings holdings, RollupClock clock, LocalDate last) implements NewestDay {
    static LocalDate today(Clock now) {
        return LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
    }

    @Override
    public LocalDate of(Filter filter) {
        Aggregation days = new Aggregation(clock, Aggregation.Bucket.DAY, List.of(), 0);
        return holdings.aggregates(filter.on(Optional.empty(), Optional.of(last)), days).value().stream()
                .map(AggregateRow::bucket)
                .map(LocalDate::parse)
                .filter(day -> !day.isAfter(last))
                .max(Comparator.naturalOrder())
                .orElse(last);
    }
}
