/**
 * Questions to the state of all instances. A filter, an order or an aggregation goes in; a page, totals or a record comes out, with
 * what the answer covers. Fails with {@link org.tocsin.stream.StoresUnavailable} where nobody can answer.
 */
@NullMarked
package org.tocsin.serve.query;

import org.jspecify.annotations.NullMarked;
