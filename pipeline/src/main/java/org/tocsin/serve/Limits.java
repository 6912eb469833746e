package org.tocsin.serve;

/**
 * How much of the API there is for each caller.
 *
 * @param requestsPerSecond requests a second of one token, or of one address without a token; 0 for no limit
 */
public record Limits(int requestsPerSecond) {
    /** No limit for anybody. */
    public static final Limits NONE = new Limits(0);
}
