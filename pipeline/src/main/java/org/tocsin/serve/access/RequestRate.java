package org.tocsin.serve.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often each caller may ask: so many requests a second on the long run, ten seconds' worth at once. Remembers the
 * {@link #REMEMBERED} callers that asked last, so that many addresses cannot fill the memory. Thread-safe.
 */
public final class RequestRate {
    static final int REMEMBERED = 10_000;

    private static final int SECONDS_AT_ONCE = 10;
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final LongSupplier nanos;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What a caller had left at a moment. */
    private record Allowance(double left, long at) {}

    /**
     * A rate.
     *
     * @param perSecond requests a second, 1 or more
     * @param nanos a clock that only goes forward
     */
    public RequestRate(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Counts a request; how long to wait where it is one too many. */
    public synchronized Optional<Duration> count(String caller) {
        long now = nanos.getAsLong();
        double most = (double) perSecond * SECONDS_AT_ONCE;
        Allowance before = allowances.getOrDefault(caller, new Allowance(most, now));
        double left = Math.min(most, before.left() + (now - before.at()) / NANOS * perSecond);
        if (left < 1) {
            return Optional.of(Duration.ofNanos((long) ((1 - left) / perSecond * NANOS)));
        }
        allowances.put(caller, new Allowance(left - 1, now));
        return Optional.empty();
    }
}
