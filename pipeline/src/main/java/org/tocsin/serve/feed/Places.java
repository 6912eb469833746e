package org.tocsin.serve.feed;

import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.Problem;
import org.tocsin.serve.access.Caller;

/** Sees to it that one caller does not take the places of all subscribers. Thread-safe. */
final class Places {
    private static final String LATER_SECONDS = "10";

    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * All places free.
     *
     * @param each how many one caller may have, 1 or more
     */
    Places(int each) {
        this.each = each;
    }

    /**
     * Takes a place.
     *
     * @param caller who; null where nobody tells callers apart
     * @return gives it back; further calls do nothing
     * @throws Problem 429 if the caller has as many as there may be
     */
    Runnable enter(@Nullable Caller caller) {
        if (caller == null || !caller.counted()) {
            return () -> {};
        }
        if (!take(caller.key())) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "This caller follows already " + each + " streams here; close one, or ask again after "
                                    + LATER_SECONDS + " s")
                    .with("Retry-After", LATER_SECONDS);
        }
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                giveBack(caller.key());
            }
        };
    }

    private synchronized boolean take(String key) {
        int now = taken.getOrDefault(key, 0);
        if (now >= each) {
            return false;
        }
        taken.put(key, now + 1);
        return true;
    }

    private synchronized void giveBack(String key) {
        taken.computeIfPresent(key, (same, now) -> now == 1 ? null : now - 1);
    }
}
