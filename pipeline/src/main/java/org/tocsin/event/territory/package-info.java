/** Territory changes. */
@NullMarked
package org.tocsin.event.territory;

import org.jspecify.annotations.NullMarked;
