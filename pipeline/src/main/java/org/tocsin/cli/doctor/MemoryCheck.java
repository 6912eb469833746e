package org.tocsin.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Whether machine or container have memory enough for a pipeline: half for its heap, the rest for RocksDB, threads and classes. */
final class MemoryCheck implements Check {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long LEAST = 600;
    /** What the manifests ask for; a little less is left to programs where a gigabyte was given. */
    private static final long COMFORTABLE = 1000;

    private final long bytes;

    MemoryCheck() {
        this(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    /**
     * A check of a given size.
     *
     * @param bytes memory of the machine, or of the container where it is limited
     */
    MemoryCheck(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public String subject() {
        return "memory";
    }

    @Override
    public List<Finding> look(Site site) {
        long megabytes = bytes / MEGABYTE;
        String is = megabytes + " MB on this machine or in this container";
        String remedy = "give it 1 GB or more (TOCSIN_MEMORY in compose, resources.limits.memory in Kubernetes)";
        if (megabytes < LEAST) {
            return List.of(Finding.fail(subject(), is + ": too little for the models and a heap", remedy));
        }
        if (megabytes < COMFORTABLE) {
            return List.of(Finding.warn(subject(), is + ": enough for few articles alone", remedy));
        }
        return List.of(Finding.ok(subject(), is));
    }
}
