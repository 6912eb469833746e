package org.tocsin.serve.query;

/**
 * How much of the state an answer was taken from.
 *
 * @param complete whether every partition was read
 * @param instances how many instances answered, 1 or more
 * @param lagMs by how many milliseconds the state read may be behind what was published; 0 where nothing waits
 */
public record Coverage(boolean complete, int instances, long lagMs) {}
