package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * An incident as it was resolved.
 *
 * @param number its place in the output, which identifies it
 * @param articles those of its articles that the sequences hold
 * @param json the record in plain JSON
 */
record ToldIncident(int number, Set<String> articles, JsonNode json) {}
