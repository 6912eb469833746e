package org.tocsin.bench.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;

/**
 * The coder without Kafka, in a process of its own. Arguments: kind of articles, seconds to warm up, seconds to measure, and numbers
 * of threads. Prints the articles a second of each number, one a line.
 */
final class CoderAlone {
    private static final int MOST = 8;

    private final News news;
    private final List<Coder> coders = new ArrayList<>();

    private CoderAlone(News news) {
        this.news = news;
        for (int i = 0; i < MOST; i++) {
            coders.add(EnglishNews.coder());
        }
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        CoderAlone alone = new CoderAlone(News.load(Kind.valueOf(arguments[0])));
        alone.run(2, Duration.ofSeconds(Long.parseLong(arguments[1])));
        for (int i = 3; i < arguments.length; i++) {
            System.out.println(
                    alone.run(Integer.parseInt(arguments[i]), Duration.ofSeconds(Long.parseLong(arguments[2]))));
        }
    }

    /** Articles a second. */
    private double run(int threads, Duration time) throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        AtomicInteger next = new AtomicInteger();
        LongAdder coded = new LongAdder();
        LongAdder events = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Future<?>> running = new ArrayList<>();
        for (Coder coder : coders.subList(0, threads)) {
            running.add(workers.submit(() -> {
                while (System.nanoTime() < end) {
                    events.add(coder.code(news.article(next.getAndIncrement())).size());
                    coded.increment();
                }
            }));
        }
        LockSupport.parkNanos(time.toNanos());
        for (Future<?> one : running) {
            one.get();
        }
        workers.shutdown();
        if (events.sum() == 0) {
            throw new IllegalStateException("The articles tell of nothing");
        }
        return coded.sum() * 1e9 / (System.nanoTime() - begin);
    }
}
