/** One reader a format, all alike: bytes go in, one {@link org.tocsin.arrival.Arrival} an item comes out, in the order of the input. */
@NullMarked
package org.tocsin.arrival.format;

import org.jspecify.annotations.NullMarked;
