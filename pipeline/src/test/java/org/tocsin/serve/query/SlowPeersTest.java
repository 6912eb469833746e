package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.rollup.ArticleHistory;
import org.tocsin.stream.Placement;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoredNews;

/** Partition 0 is here; partition 1 is with a peer that accepts connections and never answers. */
class SlowPeersTest {
    private static final Question QUESTION =
            new Question.Incidents(Filter.NONE, new Paging(Paging.Sort.DATE, Paging.Direction.ASCENDING, 5, null));
    private static final Set<Integer> BOTH = Set.of(StoredNews.PARTITION, 1);

    /** So that a slow machine fails no test; the limits of answers are shorter. */
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path state;

    private final ExecutorService followers = Executors.newCachedThreadPool();
    private final Peers peers = new Peers("secret", Optional.empty(), followers, () -> 0);
    private final Indexes indexes = new Indexes(() -> this.news, Runnable::run, System::nanoTime);
    private final AtomicInteger connections = new AtomicInteger();
    private StoredNews news;
    private LocalHoldings here;
    private ServerSocket silent;

    @BeforeEach
    void open() throws IOException {
        news = new StoredNews(state, indexes);
        new ArticleHistory(1, 20).steps().forEach(news::take);
        here = new LocalHoldings(news, indexes, news, "here:1");
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        followers.execute(() -> {
            List<Socket> kept = new ArrayList<>();
            try {
                while (!silent.isClosed()) {
                    kept.add(silent.accept());
                    connections.incrementAndGet();
                }
            } catch (IOException e) {
                // the test closed it
                kept.clear();
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
        news.close();
        followers.shutdownNow();
    }

    @Test
    void theRestIsAnsweredInTimeAndTheNextQuestionDoesNotWait() {
        Placement placement = new Placement(List.of(owner(silent.getLocalPort())));

        long begin = System.nanoTime();
        List<Reply> first = ask(placement, ScatterGather.LIMIT);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(Reply.partitions(first)).containsExactly(StoredNews.PARTITION);
        assertThat(first.get(0).matched()).isPositive();
        assertThat(took).isLessThan(LONG);
        assertThat(peers.outOfFavour(address(silent.getLocalPort()))).isTrue();
    }

    @Test
    void theStandbyOfTheSilentPeerIsAskedAndIsAskedFirstTheNextTime() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer standby = standby(asked);
        try {
            Placement placement = new Placement(List.of(
                    owner(silent.getLocalPort()),
                    new Placement.Member(address(standby.getAddress().getPort()), Set.of(), Set.of(1))));

            assertThat(Reply.partitions(ask(new Placement(List.of(standbyAt(standby))))))
                    .as("the standby answers, and a connection to it is open")
                    .isEqualTo(BOTH);
            List<Reply> first = ask(placement);
            List<Reply> second = ask(placement);

            assertThat(Reply.partitions(first)).isEqualTo(BOTH);
            assertThat(Reply.partitions(second)).isEqualTo(BOTH);
            assertThat(second).extracting(Reply::lagMs).contains(4711L);
            assertThat(asked).hasValue(3);
            assertThat(connections).as("the silent peer is out of favour").hasValue(1);
        } finally {
            standby.stop(0);
        }
    }

    @Test
    void aPeerThatRefusesConnectionsCostsNoTime() throws IOException {
        int port = silent.getLocalPort();
        silent.close();

        assertThat(Reply.partitions(ask(new Placement(List.of(owner(port)))))).containsExactly(StoredNews.PARTITION);
    }

    @Test
    void rowsThatAreStillBeingReadAreLeftOutAndThereTheNextTime() {
        List<Runnable> waiting = new ArrayList<>();
        Indexes slow = new Indexes(() -> this.news, waiting::add, System::nanoTime);
        slow.opened(StoreName.INCIDENTS, StoredNews.PARTITION);
        LocalHoldings late = new LocalHoldings(news, slow, news, "here:1");

        assertThat(late.answer(QUESTION, BOTH).partitions()).isEmpty();
        assertThat(waiting).hasSize(1);
        waiting.get(0).run();

        assertThat(late.answer(QUESTION, BOTH).matched()).isPositive();
        assertThat(waiting).as("read once").hasSize(1);
    }

    private List<Reply> ask(Placement placement) {
        return ask(placement, LONG);
    }

    private List<Reply> ask(Placement placement, Duration limit) {
        return new ScatterGather(peers, here, placement, QUESTION, BOTH, limit).replies();
    }

    /** A peer that answers for partition 1 and holds nothing in it, if it is shown the secret. */
    private static HttpServer standby(AtomicInteger asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(Peers.PATH, exchange -> {
            QuestionCodec.Asked question =
                    QuestionCodec.read(exchange.getRequestBody().readAllBytes());
            asked.incrementAndGet();
            boolean known = "secret".equals(exchange.getRequestHeaders().getFirst(Peers.TOKEN_HEADER));
            byte[] reply = ReplyCodec.write(
                    new Reply("there:2", question.partitions(), 4711, 0, List.of(), List.of(), List.of()));
            exchange.sendResponseHeaders(known ? 200 : 403, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Placement.Member standbyAt(HttpServer standby) {
        return new Placement.Member(address(standby.getAddress().getPort()), Set.of(), Set.of(1));
    }

    private static Placement.Member owner(int port) {
        return new Placement.Member(address(port), Set.of(1), Set.of());
    }

    private static Placement.Address address(int port) {
        return new Placement.Address("127.0.0.1", port);
    }
}
