package org.tocsin.arrival.web;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.format.FeedItem;
import org.tocsin.arrival.format.FeedReader;

/**
 * Asks a feed and sends what is new, the oldest first. An item counts as dealt with only when the outlet has confirmed it and that is
 * on the disk: after a crash in between it is sent once more, with the same id and content, which changes nothing.
 */
public final class FeedPoller {
    /** How many articles are sent before those are confirmed and remembered. */
    private static final int BATCH = 200;

    private final PoliteFetcher web;
    private final PageTexts texts;
    private final FeedOutlet outlet;

    /** A poller that sends to an outlet. */
    public FeedPoller(PoliteFetcher web, PageTexts texts, FeedOutlet outlet) {
        this.web = web;
        this.texts = texts;
        this.outlet = outlet;
    }

    /**
     * Asks a feed once.
     *
     * @param memory what is remembered of it
     * @throws IOException if what was done cannot be remembered
     */
    public PollOutcome poll(URI feed, SeenItems.Memory memory) throws IOException, InterruptedException {
        Fetched fetched = web.get(feed, conditions(memory), Limits.DOCUMENT_BYTES);
        if (fetched instanceof Fetched.Failed failed) {
            return new PollOutcome.Failed(failed.reason(), failed.retryAfter());
        }
        if (!(fetched instanceof Fetched.Document document)) {
            return new PollOutcome.Read(0, 0, 0);
        }
        List<FeedItem> items;
        try {
            items = new ArrayList<>(FeedReader.items(feed.toString(), document.bytes(), document.charset()));
        } catch (Unreadable e) {
            return new PollOutcome.Failed(
                    (e.where("").isEmpty() ? "" : "line " + e.where("").substring(1) + ": ") + e.reason(), null);
        }
        Collections.reverse(items);
        Sending sending = new Sending(memory);
        for (FeedItem item : items) {
            sending.take(item);
        }
        return sending.finish(document);
    }

    private static Map<String, String> conditions(SeenItems.Memory memory) {
        Map<String, String> conditions = new HashMap<>();
        String etag = memory.etag();
        String lastModified = memory.lastModified();
        if (etag != null) {
            conditions.put("If-None-Match", etag);
        }
        if (lastModified != null) {
            conditions.put("If-Modified-Since", lastModified);
        }
        return conditions;
    }

    /** What of one document is under way. */
    private final class Sending {
        private final SeenItems.Memory memory;
        private final Set<String> there = new HashSet<>();
        private final Map<String, String> done = new LinkedHashMap<>();
        private final List<Sent> sent = new ArrayList<>();
        private int published;
        private int refused;
        private int unsent;

        private record Sent(String item, String mark, CompletableFuture<?> answer) {}

        Sending(SeenItems.Memory memory) {
            this.memory = memory;
        }

        void take(FeedItem item) throws IOException, InterruptedException {
            String mark = PageTexts.mark(item.draft());
            String id = item.draft().id() == null ? mark : item.draft().id();
            if (!there.add(id) || memory.has(id, mark)) {
                return;
            }
            Arrival arrival = whole(item).checked(item.where());
            if (arrival instanceof Arrival.Refused no) {
                refused++;
                outlet.tell(no.article().where(), no.article().reason());
                done.put(id, mark);
            } else if (arrival instanceof Arrival.Found found && outlet.wants(found)) {
                sent.add(new Sent(id, mark, outlet.send(found.article())));
            } else {
                done.put(id, mark);
            }
            if (sent.size() >= BATCH) {
                confirm();
            }
        }

        /** The item with its text; where its page cannot be had, what the feed says. */
        private Draft whole(FeedItem item) throws InterruptedException {
            try {
                return texts.whole(item, web);
            } catch (Unreadable e) {
                outlet.tell(
                        item.where(),
                        "the page that it leads to gives no text, so the summary stands for it: " + e.reason());
                return item.draft();
            }
        }

        private void confirm() throws IOException, InterruptedException {
            outlet.flush();
            for (Sent one : sent) {
                if (isConfirmed(one.answer())) {
                    published++;
                    done.put(one.item(), one.mark());
                } else {
                    unsent++;
                }
            }
            sent.clear();
            if (!done.isEmpty()) {
                memory.add(done);
                done.clear();
            }
        }

        private static boolean isConfirmed(CompletableFuture<?> answer) throws InterruptedException {
            try {
                answer.get();
                return true;
            } catch (ExecutionException e) {
                return false; // the outlet has told why
            }
        }

        PollOutcome finish(Fetched.Document document) throws IOException, InterruptedException {
            confirm();
            if (unsent == 0 && isNews(document.etag(), document.lastModified())) {
                memory.finish(document.etag(), document.lastModified(), there);
            }
            return new PollOutcome.Read(published, refused, unsent);
        }

        private boolean isNews(@Nullable String etag, @Nullable String lastModified) {
            return !java.util.Objects.equals(etag, memory.etag())
                    || !java.util.Objects.equals(lastModified, memory.lastModified())
                    || published + refused > 0;
        }
    }
}
