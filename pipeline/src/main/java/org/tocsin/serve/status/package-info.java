/**
 * What the page's operations strip shows: what the pipeline does, how fast, how far behind, and what it could not use. Figures come from
 * Kafka itself, so that they hold for all instances and survive restarts; a figure that cannot be had now is left out.
 */
@NullMarked
package org.tocsin.serve.status;

import org.jspecify.annotations.NullMarked;
