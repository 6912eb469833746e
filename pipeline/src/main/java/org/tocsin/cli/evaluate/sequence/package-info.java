/** Measurement of incidents: sequences of reports whose incidents are known and resolved incidents come in, figures go out. */
@NullMarked
package org.tocsin.cli.evaluate.sequence;

import org.jspecify.annotations.NullMarked;
