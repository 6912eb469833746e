package org.tocsin.stream;

import java.util.List;
import java.util.Set;

/**
 * Which instance holds which partitions of a store, as the last rebalance left it. An instance that died since is still in it.
 *
 * @param members the instances that hold any
 */
public record Placement(List<Member> members) {
    /** Keeps a copy. */
    public Placement {
        members = List.copyOf(members);
    }

    /**
     * What one instance holds.
     *
     * @param address where its API is
     * @param owned the partitions that it writes
     * @param standby the partitions that it keeps for others
     */
    public record Member(Address address, Set<Integer> owned, Set<Integer> standby) {
        /** Keeps copies. */
        public Member {
            owned = Set.copyOf(owned);
            standby = Set.copyOf(standby);
        }
    }

    /**
     * Where an instance's API is reached by the others.
     *
     * @param host name or address; IPv6 addresses without brackets
     * @param port port
     */
    public record Address(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }
}
