/**
 * Rolling aggregates: incident changes come in, changes of totals by dimension and time bucket go out. {@link org.tocsin.rollup.Rollups}
 * is the arithmetic, {@link org.tocsin.rollup.RollupKey} a cell, {@link org.tocsin.rollup.RollupWindow} the range of cells that a
 * query reads. Malformed keys, windows and metric names are {@link IllegalArgumentException}s that say what is wrong.
 */
@NullMarked
package org.tocsin.rollup;

import org.jspecify.annotations.NullMarked;
