package org.tocsin.serve.submit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;

/**
 * Reads texts at once, with few coders of its own, so that callers cannot slow the pipeline down more than by these. A coder that
 * is still at work when its caller has given up is not used for another text until it is done. Thread-safe.
 */
public final class Extraction implements AutoCloseable {
    private final ThreadLocal<Coder> coders;
    private final ExecutorService threads;
    private final Duration limit;

    /**
     * Coders that are made when they are first needed.
     *
     * @param coders makes a coder for one thread
     * @param most how many texts are read at the same time; as many more may wait
     * @param limit how long reading one text may take, waiting included
     */
    public Extraction(Supplier<Coder> coders, int most, Duration limit) {
        this.coders = ThreadLocal.withInitial(coders);
        this.limit = limit;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, 60, TimeUnit.SECONDS, new ArrayBlockingQueue<>(most), Extraction::thread);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "extraction");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The events that an article reports.
     *
     * @throws TooBusy if all coders are at work, or this one takes too long
     */
    public List<SpecificRecord> events(NewsArticle article) throws InterruptedException {
        Future<List<SpecificRecord>> reading;
        try {
            reading = threads.submit(() -> coders.get().code(article));
        } catch (RejectedExecutionException e) {
            throw new TooBusy("All coders are at work");
        }
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(false);
            throw new TooBusy("Reading the text takes longer than " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The coder failed on a text of " + article.text().length() + " characters", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
