/** Casualty events. */
@NullMarked
package org.tocsin.event.casualty;

import org.jspecify.annotations.NullMarked;
