/** What the pipeline survives: three brokers, a registry and two instances in processes of their own, and faults in seeded order. */
@org.jspecify.annotations.NullMarked
package org.tocsin.bench.faults;
