/** Measurement of the coder: gold documents and coded events come in, figures and a list of errors go out. */
@NullMarked
package org.tocsin.cli.evaluate;

import org.jspecify.annotations.NullMarked;
