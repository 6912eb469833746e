/** The query API, health and metrics over the state stores. */
@NullMarked
package org.tocsin.serve;

import org.jspecify.annotations.NullMarked;
