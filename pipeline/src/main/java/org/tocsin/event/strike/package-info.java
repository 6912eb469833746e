/** Strike events. */
@NullMarked
package org.tocsin.event.strike;

import org.jspecify.annotations.NullMarked;
