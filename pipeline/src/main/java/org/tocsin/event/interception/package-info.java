/** Interception events. */
@NullMarked
package org.tocsin.event.interception;

import org.jspecify.annotations.NullMarked;
