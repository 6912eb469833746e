package org.tocsin.serve;

/**
 * How much of the API there is for each caller.
 *
 * @param requestsPerSecond requests a second of one token, or of one address without a token; 0 for no limit
 * @param connections how many may be open at a time, 1 or more
 */
public record Limits(int requestsPerSecond, int connections) {
    /** No limit of requests for anybody. */
    public static final Limits NONE = new Limits(0, 1_000);
}
