/** Statement events. */
@NullMarked
package org.tocsin.event.statement;

import org.jspecify.annotations.NullMarked;
