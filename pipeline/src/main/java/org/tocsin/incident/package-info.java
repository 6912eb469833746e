/** Incident resolution: reports of articles come in, revisions of real-world incidents go out. */
@NullMarked
package org.tocsin.incident;

import org.jspecify.annotations.NullMarked;
