package org.tocsin.local;

import java.nio.file.Path;

/** A broker and a schema registry to test against; whoever starts one closes it. */
public interface TestCluster extends AutoCloseable {
    /** Those of this process, with what the broker keeps in a directory. */
    static TestCluster inThisProcess(Path directory) {
        LocalCluster cluster = LocalCluster.start(directory, 0, 0);
        return new TestCluster() {
            @Override
            public String bootstrapServers() {
                return cluster.bootstrapServers();
            }

            @Override
            public String registryUrl() {
                return cluster.registryUrl();
            }

            @Override
            public void close() {
                cluster.close();
            }
        };
    }

    /** Host and port of the broker for clients on this machine. */
    String bootstrapServers();

    /** Base address of the registry's Confluent-compatible interface for clients on this machine. */
    String registryUrl();

    @Override
    void close();
}
