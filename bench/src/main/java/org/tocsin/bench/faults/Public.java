package org.tocsin.bench.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tocsin.stream.PipelineProcess;

/** Asks all instances in turn, again and again, whatever happens to them, and counts the answers. */
final class Public implements AutoCloseable {
    private static final int PER_SECOND = 10;
    private static final int AT_A_TIME = 8;

    private final Client client;
    private final List<PipelineProcess> instances;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService askers = Executors.newFixedThreadPool(AT_A_TIME);
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private Map<Client.Answer, Integer> answers = new EnumMap<>(Client.Answer.class);
    private int next;

    Public(Client client, List<PipelineProcess> instances) {
        this.client = client;
        this.instances = List.copyOf(instances);
        clock.scheduleAtFixedRate(this::ask, 0, TimeUnit.SECONDS.toMillis(1) / PER_SECOND, TimeUnit.MILLISECONDS);
    }

    /** The answers since this was asked before. */
    synchronized Map<Client.Answer, Integer> take() {
        Map<Client.Answer, Integer> taken = answers;
        answers = new EnumMap<>(Client.Answer.class);
        return taken;
    }

    private void ask() {
        if (!free.tryAcquire()) {
            return; // as many as may be wait for an answer
        }
        PipelineProcess instance = instances.get(next++ % instances.size());
        askers.execute(() -> {
            try {
                count(client.ask(instance));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                free.release();
            }
        });
    }

    private synchronized void count(Client.Answer answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        askers.shutdownNow();
    }
}
