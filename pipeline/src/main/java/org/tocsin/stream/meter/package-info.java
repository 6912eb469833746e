/** The meters of a pipeline: their names, which stay, and what counts and times for them. */
@NullMarked
package org.tocsin.stream.meter;

import org.jspecify.annotations.NullMarked;
