package org.tocsin.bench.faults;

import java.time.Duration;

/** An instance is killed (kill -9) and started again. */
record PipelineKilled(int instance) implements Fault {
    @Override
    public String kind() {
        return "pipeline-killed";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void strike(Site site) throws InterruptedException {
        site.instances().get(instance).process().kill();
    }

    @Override
    public void heal(Site site) {
        site.instances().get(instance).restart();
    }
}
