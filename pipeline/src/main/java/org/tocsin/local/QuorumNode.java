package org.tocsin.local;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * One of several nodes that make a cluster on this machine, each a broker and a controller. Each partition is kept by three nodes, of
 * which two must have written what is confirmed, so that any one of three may fail.
 *
 * @param id number of the node, one of the controllers
 * @param clusterId the same for all nodes, 16 bytes in Base64 as Kafka makes them
 * @param controllers port of the controller of each node
 * @param port port for clients and for the other nodes
 * @param detour port for clients that come another way, such as through a proxy
 * @param advertisedDetour the port that those clients are told to come to
 */
public record QuorumNode(
        int id, String clusterId, Map<Integer, Integer> controllers, int port, int detour, int advertisedDetour) {
    private static final String COPIES = "3";
    private static final String IN_SYNC = "2";

    /** The controllers by number. */
    public QuorumNode {
        controllers = Map.copyOf(controllers);
        if (!controllers.containsKey(id)) {
            throw new IllegalArgumentException("Node " + id + " is none of the controllers " + controllers.keySet());
        }
    }

    /** Kafka's settings in which a node of several differs from one alone. */
    Properties settings() {
        Properties properties = new Properties();
        properties.put("node.id", Integer.toString(id));
        properties.put(
                "controller.quorum.voters",
                controllers.entrySet().stream()
                        .map(one -> one.getKey() + "@127.0.0.1:" + one.getValue())
                        .collect(Collectors.joining(",")));
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",DETOUR://127.0.0.1:" + detour + ",CONTROLLER://127.0.0.1:"
                        + controllers.get(id));
        properties.put(
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port + ",DETOUR://127.0.0.1:" + advertisedDetour);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,DETOUR:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            properties.put(topic + ".replication.factor", COPIES);
        }
        properties.put("default.replication.factor", COPIES);
        properties.put("min.insync.replicas", IN_SYNC);
        properties.put("transaction.state.log.min.isr", IN_SYNC);
        properties.put("share.coordinator.state.topic.min.isr", IN_SYNC);
        return properties;
    }
}
