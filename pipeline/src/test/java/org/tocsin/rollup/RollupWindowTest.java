package org.tocsin.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupWindowTest {
    private static final Instant END = Instant.parse("2026-11-18T14:20:00Z");

    @Test
    void aWindowTouchesEveryBucketThatHoldsAPartOfIt() {
        RollupWindow hour = RollupWindow.ending("PT1H", END);
        RollupWindow week = RollupWindow.ending("P7D", END);

        assertThat(hour.firstBucket(RollupClock.REPORTED)).isEqualTo("2026-11-18T13");
        assertThat(hour.lastBucket(RollupClock.REPORTED)).isEqualTo("2026-11-18T14");
        assertThat(week.firstBucket(RollupClock.OCCURRED)).isEqualTo("2026-11-11");
        assertThat(week.lastBucket(RollupClock.OCCURRED)).isEqualTo("2026-11-18");
    }

    @Test
    void aWindowThatEndsWhereABucketBeginsLeavesThatBucketOut() {
        RollupWindow day = RollupWindow.ending("P1D", Instant.parse("2026-11-18T00:00:00Z"));

        assertThat(day.firstBucket(RollupClock.OCCURRED)).isEqualTo("2026-11-17");
        assertThat(day.lastBucket(RollupClock.OCCURRED)).isEqualTo("2026-11-17");
        assertThat(day.lastBucket(RollupClock.REPORTED)).isEqualTo("2026-11-17T23");
    }

    @Test
    void aRangeOfKeysHoldsTheCellsOfItsBucketsAndDimensionAlone() {
        RollupWindow.KeyRange range =
                RollupWindow.ending("PT2H", END).keys(RollupClock.REPORTED, RollupDimension.COUNTRY);

        assertThat(range.contains(key(RollupDimension.COUNTRY, "2026-11-18T12", "UA")))
                .isTrue();
        assertThat(range.contains(key(RollupDimension.COUNTRY, "2026-11-18T14", "ZZ")))
                .isTrue();
        assertThat(range.contains(key(RollupDimension.COUNTRY, "2026-11-18T11", "UA")))
                .isFalse();
        assertThat(range.contains(key(RollupDimension.COUNTRY, "2026-11-18T15", "UA")))
                .isFalse();
        assertThat(range.contains(key(RollupDimension.ADMIN1, "2026-11-18T13", "UA/Sumy Oblast")))
                .isFalse();
    }

    @Test
    void aKeyIsReadBackAsItWasWritten() {
        RollupKey key = new RollupKey(
                RollupClock.OCCURRED, RollupDimension.TOWN, "2026-11-18", "strike", "ML/Gao/Ansongo % été \u0413");

        assertThat(RollupKey.parse(key.encode())).isEqualTo(key);
        assertThat(key.encode()).isPrintable().doesNotContain("\u0413");
    }

    @Test
    void bucketsBeginWhereTheirNamesSay() {
        assertThat(RollupClock.REPORTED.start("2026-11-18T14")).isEqualTo(Instant.parse("2026-11-18T14:00:00Z"));
        assertThat(RollupClock.OCCURRED.start("2026-11-18")).isEqualTo(Instant.parse("2026-11-18T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7d", "P", "PT0S", "P0D", "-P1D", "P-1D", "P7D PT1H", "P999999999Y", "PT99999999999999999H"})
    void whatIsNoLengthOfTimeIsRefusedWithAnExample(String length) {
        assertThatThrownBy(() -> RollupWindow.ending(length, END))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void aKeyOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> RollupKey.parse("occurred/country/2026-11-18"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 segments");
    }

    @Test
    void anUnknownMetricIsRefusedWithTheNamesThatThereAre() {
        assertThat(RollupMetric.named("killed_low")).isEqualTo(RollupMetric.KILLED_LOW);
        assertThatThrownBy(() -> RollupMetric.named("dead"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("killed, killed_low");
    }

    private static String key(RollupDimension dimension, String bucket, String value) {
        return new RollupKey(RollupClock.REPORTED, dimension, bucket, "strike", value).encode();
    }
}
