/** Codes articles again with this version of the coder: articles of a topic go in, what differs from the events that were published comes out. Writes nothing to Kafka. */
@NullMarked
package org.tocsin.cli.replay;

import org.jspecify.annotations.NullMarked;
