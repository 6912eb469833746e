package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class DamagedStateTest {
    @Test
    void corruptionBelowTheErrorOfAStoreIsDamage() {
        assertThat(DamagedState.causes(opening(Status.Code.Corruption))).isTrue();
    }

    @Test
    void aFullDiskOrABusyOneIsNone() {
        assertThat(DamagedState.causes(opening(Status.Code.IOError))).isFalse();
        assertThat(DamagedState.causes(opening(Status.Code.Busy))).isFalse();
    }

    @Test
    void errorsOfOtherThingsAreNone() {
        assertThat(DamagedState.causes(new ProcessorStateException("no cause"))).isFalse();
        assertThat(DamagedState.causes(new ProcessorStateException("no status", new RocksDBException("told in words"))))
                .isFalse();
    }

    private static ProcessorStateException opening(Status.Code code) {
        return new ProcessorStateException(
                "Error opening store", new RocksDBException(new Status(code, Status.SubCode.None, "made up")));
    }
}
