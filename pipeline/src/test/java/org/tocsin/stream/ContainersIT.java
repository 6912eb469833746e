package org.tocsin.stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.tocsin.local.ContainerCluster;
import org.tocsin.local.RegistryContract;
import org.tocsin.local.TestCluster;

/**
 * What holds for the broker and registry of this process, held on Kafka and Apicurio Registry in containers. Needs a Docker engine:
 * {@code mvn verify -Pcontainers}; {@code deploy/test/run} starts one where there is none.
 */
@Tag("containers")
class ContainersIT {
    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = ContainerCluster.start();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Nested
    class ThePipeline extends PipelineContract {
        @Override
        TestCluster cluster() {
            return cluster;
        }
    }

    @Nested
    class TheRegistry extends RegistryContract {
        @Override
        public String registryUrl() {
            return cluster.registryUrl();
        }
    }
}
