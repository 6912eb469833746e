package org.tocsin.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Something that goes wrong for a while. */
sealed interface Fault
        permits BrokerPaused,
                CoordinatorKilled,
                DiskFull,
                LeaderKilled,
                NetworkCut,
                PipelineKilled,
                PoisonArticles,
                RebalanceStorm,
                RegistryDownAtStart,
                RegistryKilled,
                StateCorrupted {
    /** What goes wrong, as it is called on the command line. */
    String kind();

    /** How long it lasts. */
    Duration lasts();

    /** Lets it happen. */
    void strike(Site site) throws IOException, InterruptedException;

    /** Ends it, as far as somebody from outside would. */
    void heal(Site site) throws IOException, InterruptedException;

    /**
     * One of each kind, in the order of a table.
     *
     * @param random chooses which instance and which bytes
     */
    static List<Fault> all(Random random) {
        return List.of(
                new PipelineKilled(random.nextInt(2)),
                new LeaderKilled(),
                new CoordinatorKilled(),
                new RegistryKilled(),
                new RegistryDownAtStart(random.nextInt(2)),
                new BrokerPaused(),
                new NetworkCut(),
                new DiskFull(),
                new StateCorrupted(random.nextInt(2), random.nextLong()),
                new RebalanceStorm(random.nextInt(2)),
                new PoisonArticles());
    }
}
