/**
 * Events and incidents in the formats of other projects. Records in plain JSON come in, lines go out; what a record does not tell stays
 * empty. A record that the other project has no place for is left out, with the reason.
 */
@NullMarked
package org.tocsin.cli.export;

import org.jspecify.annotations.NullMarked;
