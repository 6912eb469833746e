/** Capitals: texts that are written in capitals alone come in, texts as a newspaper would write them go out. */
@NullMarked
package org.tocsin.document.casing;

import org.jspecify.annotations.NullMarked;
