package org.tocsin.serve.query;

/**
 * An answer and what it covers.
 *
 * @param value the answer
 * @param coverage how much of the state it was taken from
 */
public record Answered<T>(T value, Coverage coverage) {}
