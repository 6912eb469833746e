package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.rollup.RollupClock;

class TimeBucketsTest {
    @ParameterizedTest
    @CsvSource({
        "2024-11-20T17:45:00Z, HOUR, 2024-11-20T17",
        "2024-11-20T17:45:00Z, DAY, 2024-11-20",
        "2024-11-20T17:45:00Z, WEEK, 2024-11-18",
        "2024-11-18T00:00:00Z, WEEK, 2024-11-18",
        "2024-11-17T23:59:59Z, WEEK, 2024-11-11",
        "2024-11-20T17:45:00Z, MONTH, 2024-11",
        "2024-01-01T00:00:00Z, MONTH, 2024-01",
        "2024-12-31T23:59:59Z, MONTH, 2024-12",
        "2024-11-20T17:45:00Z, YEAR, 2024",
        "1969-12-31T23:00:00Z, HOUR, 1969-12-31T23",
        "1969-12-31T23:00:00Z, DAY, 1969-12-31",
        "1969-12-28T12:00:00Z, WEEK, 1969-12-22",
        "0033-04-03T12:00:00Z, YEAR, 0033",
        "2024-11-20T17:45:00Z, ALL, all"
    })
    void aMomentHasItsBucket(Instant moment, Aggregation.Bucket width, String name) {
        TimeBuckets buckets = new TimeBuckets(new Aggregation(RollupClock.REPORTED, width, List.of(), 0));

        assertThat(buckets.name(buckets.number(moment.toEpochMilli()))).isEqualTo(name);
    }

    @Test
    void whatTookPlaceHasNoHours() {
        Aggregation hours = new Aggregation(RollupClock.OCCURRED, Aggregation.Bucket.HOUR, List.of(), 0);

        assertThatThrownBy(() -> new TimeBuckets(hours))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reported");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 2/2/2",
        "51.5, -0.12, 8, 10/511/340",
        "85.2, -180, 0, 2/0/0",
        "-90, 180, 0, 2/3/3",
        "50.45, 30.52, 14, 16/38323/22098"
    })
    void aPositionHasItsCell(double lat, double lon, int zoom, String cell) {
        assertThat(MapCell.of(new Row.Point(lat, lon), zoom)).isEqualTo(cell);
    }
}
