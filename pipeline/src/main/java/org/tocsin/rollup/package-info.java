/** Rolling aggregates: incident changes come in, changes of totals by dimension and time bucket go out. */
@NullMarked
package org.tocsin.rollup;

import org.jspecify.annotations.NullMarked;
