/** The Kafka plumbing: topology, topics, stores, serdes, dead letters and lifecycle. */
@NullMarked
package org.tocsin.stream;

import org.jspecify.annotations.NullMarked;
