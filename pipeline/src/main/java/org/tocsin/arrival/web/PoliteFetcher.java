package org.tocsin.arrival.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gets documents as a guest should: what robots.txt forbids is not asked for, and no host is asked twice within a pause, longer where
 * robots.txt asks for it. Not thread-safe: one request at a time is part of it.
 */
public final class PoliteFetcher {
    /** Name by which robots.txt may speak of Tocsin. */
    public static final String ROBOT = "tocsin";

    private static final int ROBOTS_BYTES = 512 * 1024;
    private static final int REMEMBERED_HOSTS = 2_000;
    private static final Duration RULES_LAST = Duration.ofHours(24);
    private static final Duration FAILED_RULES_LAST = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Fetcher fetcher;
    private final Pauses pauses;
    private final Duration pause;
    private final Map<String, Rules> rules = remembering();
    private final Map<String, Instant> next = remembering();

    private record Rules(BaseRobotRules rules, Instant until) {}

    /**
     * A polite guest.
     *
     * @param pause shortest time between two requests to one host
     */
    public PoliteFetcher(Fetcher fetcher, Pauses pauses, Duration pause) {
        this.fetcher = fetcher;
        this.pauses = pauses;
        this.pause = pause;
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED_HOSTS;
            }
        };
    }

    /** Gets a document, when the host may be asked again; waits until then. */
    public Fetched get(URI address, Map<String, String> conditions, int most) throws InterruptedException {
        String refusal = fetcher.refusal(address);
        if (refusal != null) {
            return Fetched.Failed.because(refusal);
        }
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        BaseRobotRules allowed = rules(origin);
        if (!allowed.isAllowed(address.toString())) {
            return Fetched.Failed.because(
                    allowed.isDeferVisits()
                            ? "its robots.txt cannot be had, so nothing is asked for; it is tried again later"
                            : "its robots.txt forbids it to " + ROBOT + "; ask the outlet for leave");
        }
        await(origin, allowed.getCrawlDelay());
        return fetcher.get(address, conditions, most);
    }

    private BaseRobotRules rules(String origin) throws InterruptedException {
        Rules known = rules.get(origin);
        if (known != null && pauses.now().isBefore(known.until())) {
            return known.rules();
        }
        await(origin, BaseRobotRules.UNSET_CRAWL_DELAY);
        String place = origin + "/robots.txt";
        Fetched fetched = fetcher.get(URI.create(place), Map.of(), ROBOTS_BYTES);
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        BaseRobotRules read;
        if (fetched instanceof Fetched.Document document) {
            read = parser.parseContent(place, document.bytes(), "text/plain", List.of(ROBOT));
        } else {
            // RFC 9309: who has none allows all, who cannot answer allows nothing for now
            int status = fetched instanceof Fetched.Failed failed ? failed.status() : 0;
            read = parser.failedFetch(status >= 400 && status < 500 && status != 429 ? 404 : 503);
        }
        Duration lasts = read.isDeferVisits() ? FAILED_RULES_LAST : RULES_LAST;
        rules.put(origin, new Rules(read, pauses.now().plus(lasts)));
        return read;
    }

    private void await(String origin, long crawlDelayMillis) throws InterruptedException {
        Instant earliest = next.get(origin);
        if (earliest != null) {
            pauses.until(earliest);
        }
        Duration asked = crawlDelayMillis <= 0 ? Duration.ZERO : Duration.ofMillis(crawlDelayMillis);
        Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
        next.put(origin, pauses.now().plus(longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer));
    }
}
