package org.tocsin.serve.submit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Remembers the answers to requests that carry a key, for a bounded time and number, so that a request that is sent twice is done
 * once. What is remembered is lost with the process; articles published twice then change nothing, since they have the same ids.
 * Thread-safe.
 *
 * @param <A> the answer
 */
public final class AnswerMemory<A> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int most;
    private final Duration keep;
    private final Clock clock;
    private final Map<String, Entry<A>> entries = new LinkedHashMap<>();

    private record Entry<A>(String content, Instant at, CompletableFuture<A> answer) {}

    /** What asking for an answer gives. */
    public sealed interface Outcome<A> {
        /** The request was done now. */
        record Done<A>(A answer) implements Outcome<A> {}

        /** It was done before; this is the answer of then. */
        record Remembered<A>(A answer) implements Outcome<A> {}

        /** The key was used before with other content. */
        record OtherContent<A>() implements Outcome<A> {}
    }

    /**
     * An empty memory.
     *
     * @param most how many answers are remembered
     * @param keep for how long
     */
    public AnswerMemory(int most, Duration keep, Clock clock) {
        this.most = most;
        this.keep = keep;
        this.clock = clock;
    }

    /**
     * The answer to a request: the one remembered, also if it is still being made, or a new one.
     *
     * @param key the key that the request carries
     * @param content tells requests apart: a hash of the body
     * @param work makes the answer
     * @param lasting whether an answer is worth remembering; others are forgotten, so that the request can be tried again
     */
    public Outcome<A> answer(String key, String content, Supplier<A> work, Predicate<A> lasting)
            throws InterruptedException {
        CompletableFuture<A> mine = new CompletableFuture<>();
        Entry<A> earlier;
        synchronized (entries) {
            forgetOld();
            earlier = entries.get(key);
            if (earlier == null) {
                entries.put(key, new Entry<>(content, clock.instant(), mine));
            }
        }
        if (earlier == null) {
            return new Outcome.Done<>(done(key, mine, work, lasting));
        }
        return earlier.content().equals(content)
                ? new Outcome.Remembered<>(await(earlier.answer()))
                : new Outcome.OtherContent<>();
    }

    private A done(String key, CompletableFuture<A> mine, Supplier<A> work, Predicate<A> lasting) {
        boolean lasts = false;
        try {
            A answer = work.get();
            lasts = lasting.test(answer);
            mine.complete(answer);
            return answer;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            if (!lasts) {
                synchronized (entries) {
                    entries.remove(key);
                }
            }
        }
    }

    private static <A> A await(CompletableFuture<A> answer) throws InterruptedException {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TooBusy("The same request failed a moment ago; send it again");
        } catch (TimeoutException e) {
            throw new TooBusy("The same request is still being done");
        }
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(keep);
        Iterator<Entry<A>> found = entries.values().iterator();
        while (found.hasNext()) {
            Entry<A> entry = found.next();
            boolean old = entry.at().isBefore(oldest) || entries.size() >= most;
            if (!old) {
                return;
            }
            found.remove();
        }
    }
}
