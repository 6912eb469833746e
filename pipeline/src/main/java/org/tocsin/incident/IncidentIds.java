package org.tocsin.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * Identifiers of incidents: {@code incident-} and the first 20 hexadecimal digits of the SHA-256 of the country, the family of the
 * event and the event that founded the incident.
 */
final class IncidentIds {
    private static final int DIGITS = 20;

    private IncidentIds() {}

    /**
     * The identifier of an incident founded by an event. Where an incident that the event founded earlier still has it (the event
     * has since left it), the next one in a fixed row is given.
     */
    static String unused(String scope, String eventId, Predicate<String> taken) {
        int ordinal = 1;
        String id = of(scope, eventId, ordinal);
        while (taken.test(id)) {
            ordinal++;
            id = of(scope, eventId, ordinal);
        }
        return id;
    }

    private static String of(String scope, String eventId, int ordinal) {
        return "incident-" + digest(scope + StoreKey.of(eventId, Integer.toString(ordinal)));
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every runtime must have", e);
        }
    }
}
