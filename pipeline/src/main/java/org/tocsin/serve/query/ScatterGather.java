package org.tocsin.serve.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.tocsin.stream.Placement;

/**
 * One question to several instances: each partition is asked of its owner, and where that one fails or takes longer than
 * {@link #FIRST_LIMIT}, of a standby, this instance's own first. After {@link #LIMIT} what has come is the answer. Not thread-safe.
 */
final class ScatterGather {
    /** How long an answer takes at most. */
    static final Duration LIMIT = Duration.ofMillis(1_900);

    /** How long the owner of a partition has before its standby is asked. */
    private static final Duration FIRST_LIMIT = Duration.ofSeconds(1);

    private final Peers peers;
    private final LocalHoldings here;
    private final Placement placement;
    private final Question question;
    private final Set<Integer> missing;
    private final long end;
    private final List<Reply> replies = new ArrayList<>();
    private final Set<Placement.Address> tried = new HashSet<>();

    /**
     * A question about some partitions.
     *
     * @param here the stores of this instance
     * @param placement who holds which partitions, this instance left out
     * @param limit how long it may take, {@link #LIMIT} for callers who wait
     */
    ScatterGather(
            Peers peers,
            LocalHoldings here,
            Placement placement,
            Question question,
            Set<Integer> partitions,
            Duration limit) {
        this.end = System.nanoTime() + limit.toNanos();
        this.peers = peers;
        this.here = here;
        this.placement = placement;
        this.question = question;
        this.missing = new TreeSet<>(partitions);
    }

    /** Asks, and gives the answers that came; none where nobody answered. */
    List<Reply> replies() {
        Set<Integer> own = here.owned(question.store());
        own.retainAll(missing);
        List<CompletableFuture<Reply>> owners =
                ask(placed(Placement.Member::owned, without(own), peer -> !peers.outOfFavour(peer)), FIRST_LIMIT);
        take(here.answer(question, own));
        await(owners);
        if (!missing.isEmpty()) {
            take(here.answer(question, missing));
        }
        if (!missing.isEmpty()) {
            await(ask(placed(Placement.Member::standby, missing, peer -> !tried.contains(peer)), rest()));
        }
        if (!missing.isEmpty()) {
            await(ask(placed(Placement.Member::owned, missing, peer -> !tried.contains(peer)), rest()));
        }
        return replies;
    }

    private Set<Integer> without(Set<Integer> own) {
        Set<Integer> others = new TreeSet<>(missing);
        others.removeAll(own);
        return others;
    }

    /** The peers that hold any of the partitions, each with those that it is to be asked for. */
    private Map<Placement.Address, Set<Integer>> placed(
            Function<Placement.Member, Set<Integer>> holding,
            Set<Integer> partitions,
            Function<Placement.Address, Boolean> wanted) {
        Map<Placement.Address, Set<Integer>> placed = new HashMap<>();
        Set<Integer> open = new TreeSet<>(partitions);
        for (Placement.Member member : placement.members()) {
            Set<Integer> share = new TreeSet<>(holding.apply(member));
            share.retainAll(open);
            if (!share.isEmpty() && wanted.apply(member.address())) {
                placed.put(member.address(), share);
                open.removeAll(share);
            }
        }
        return placed;
    }

    private List<CompletableFuture<Reply>> ask(Map<Placement.Address, Set<Integer>> placed, Duration limit) {
        List<CompletableFuture<Reply>> asked = new ArrayList<>();
        placed.forEach((peer, share) -> {
            tried.add(peer);
            asked.add(peers.ask(peer, question, share, limit));
        });
        return asked;
    }

    private void await(List<CompletableFuture<Reply>> asked) {
        for (CompletableFuture<Reply> reply : asked) {
            try {
                take(reply.get(rest().toNanos(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException e) {
                // the peers tell of it; another instance is asked, or the answer says that it is not complete
                reply.cancel(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Takes a reply, unless another one has told of a part of it. */
    private void take(Reply reply) {
        if (!reply.partitions().isEmpty() && missing.containsAll(reply.partitions())) {
            missing.removeAll(reply.partitions());
            replies.add(reply);
        }
    }

    private Duration rest() {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }
}
