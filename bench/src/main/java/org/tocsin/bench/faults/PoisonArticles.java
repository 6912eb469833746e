package org.tocsin.bench.faults;

import java.time.Duration;

/** A record that is no article among each ten. */
record PoisonArticles() implements Fault {
    private static final int ONE_AMONG = 10;

    @Override
    public String kind() {
        return "poison-articles";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void strike(Site site) {
        site.newsroom().poisonEvery(ONE_AMONG);
    }

    @Override
    public void heal(Site site) {
        site.newsroom().poisonEvery(0);
    }
}
