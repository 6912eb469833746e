package org.tocsin.serve.query;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record of a state store.
 *
 * @param value the record in plain JSON
 * @param partition partition of the store that holds it
 * @param instance host and port of the instance that answered
 */
public record StoreEntry(JsonNode value, int partition, String instance) {}
