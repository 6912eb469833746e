package org.tocsin.stream;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.TestCluster;

/** The pipeline on the broker and registry of this process. */
class PipelineIT extends PipelineContract {
    @TempDir
    static Path home;

    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.inThisProcess(home);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    TestCluster cluster() {
        return cluster;
    }
}
