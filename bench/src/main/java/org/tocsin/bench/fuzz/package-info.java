/** Inputs that nobody would send, made from a seed, and what must hold for each of them. */
@org.jspecify.annotations.NullMarked
package org.tocsin.bench.fuzz;
