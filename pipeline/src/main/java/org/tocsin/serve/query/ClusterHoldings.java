package org.tocsin.serve.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.Placement;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoresUnavailable;

/**
 * The state of all instances of a pipeline. An answer takes two seconds at most: what an instance that is slow, dead or changing its
 * partitions would have said is taken from a standby, or the coverage says that it is missing. Thread-safe.
 */
public final class ClusterHoldings implements Holdings, AutoCloseable {
    /** So many partitions are read at once. */
    private static final int READERS = 2;

    private final Pipeline pipeline;
    private final Placement.Address self;
    private final Indexes indexes;
    private final ExecutorService followers = Executors.newCachedThreadPool(threads("tocsin-peers-"));
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, threads("tocsin-rows-"));
    private final Peers peers;
    private final Holdings answers = new AskedHoldings(this::ask);

    /**
     * Answers from a pipeline and its peers.
     *
     * @param pipeline not started yet, since its stores are followed from their opening on
     * @param token the secret that instances share; empty where there is none
     * @param tls what is trusted where instances ask each other over HTTPS; nothing where they do over HTTP
     */
    public ClusterHoldings(Pipeline pipeline, String token, Optional<SSLContext> tls) {
        this.pipeline = pipeline;
        this.self = pipeline.address();
        this.indexes = new Indexes(pipeline::partitions, readers, System::nanoTime);
        this.peers = new Peers(token, tls, followers, System::nanoTime);
        pipeline.tell(indexes);
    }

    /**
     * Answers a question of another instance from the stores of this one alone.
     *
     * @param question as its peers wrote it
     * @return for them to read
     * @throws IllegalArgumentException if it is no question
     */
    public byte[] answer(byte[] question) {
        QuestionCodec.Asked asked = QuestionCodec.read(question);
        return ReplyCodec.write(here().answer(asked.question(), asked.partitions()));
    }

    /**
     * How many incidents this instance holds that stand and were reported since a moment.
     *
     * @throws StoresUnavailable while the stores cannot be read
     */
    public long incidentsSince(Instant since) {
        return here().incidentsSince(since.toEpochMilli());
    }

    /** Lets go of what answers were waited for with. */
    @Override
    public void close() {
        followers.shutdownNow();
        readers.shutdownNow();
    }

    private Asking.Told ask(Question question) {
        LocalHoldings here = here();
        StoreName<?> store = question.store();
        Set<Integer> all = IntStream.range(0, here.partitions(store)).boxed().collect(Collectors.toSet());
        Placement others = others(store);
        if (question instanceof Question.Entry entry) {
            Set<Integer> possible = pipeline.partitionsOf(store, entry.key());
            return told(question, new SingleItem(peers, here, others).ask(question, possible));
        }
        if (question instanceof Question.EventOf
                || question instanceof Question.IncidentOf
                || question instanceof Question.RevisionsOf) {
            return told(question, new SingleItem(peers, here, others).ask(question, all));
        }
        List<Reply> replies = new ScatterGather(peers, here, others, question, all, ScatterGather.LIMIT).replies();
        boolean complete = Reply.partitions(replies).size() == all.size();
        return told(question, new SingleItem.Found(replies, complete));
    }

    private Asking.Told told(Question question, SingleItem.Found found) {
        List<Reply> replies = found.replies();
        if (replies.isEmpty()) {
            throw new StoresUnavailable("No instance can read any part of the store "
                    + question.store().name() + " now; the pipeline here is " + pipeline.state());
        }
        int instances = (int) replies.stream().map(Reply::instance).distinct().count();
        long lag = replies.stream().mapToLong(Reply::lagMs).max().orElse(0);
        return new Asking.Told(replies, new Coverage(found.complete(), instances, lag));
    }

    private LocalHoldings here() {
        return new LocalHoldings(pipeline.partitions(), indexes, pipeline.lag(), self.toString());
    }

    private Placement others(StoreName<?> store) {
        return new Placement(pipeline.placement(store).members().stream()
                .filter(member -> !member.address().equals(self))
                .toList());
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Answered<Slice<EventEnvelope>> events(Filter filter, Paging paging) {
        return answers.events(filter, paging);
    }

    @Override
    public Answered<Slice<Incident>> incidents(Filter filter, Paging paging) {
        return answers.incidents(filter, paging);
    }

    @Override
    public Answered<Optional<EventEnvelope>> event(String id) {
        return answers.event(id);
    }

    @Override
    public Answered<Optional<Incident>> incident(String id) {
        return answers.incident(id);
    }

    @Override
    public Answered<List<Incident>> revisions(String incidentId) {
        return answers.revisions(incidentId);
    }

    @Override
    public Answered<List<AggregateRow>> aggregates(Filter filter, Aggregation aggregation) {
        return answers.aggregates(filter, aggregation);
    }

    @Override
    public Answered<Optional<StoreEntry>> entry(String store, String key) {
        return answers.entry(store, key);
    }

    @Override
    public List<String> stores() {
        return answers.stores();
    }
}
