/** Annotation: articles come in, {@link org.tocsin.document.Document}s with sentences, tokens, tags, places, dates, counts, actors and weapons go out. Any text is accepted; what is not understood is left out. */
@NullMarked
package org.tocsin.document;

import org.jspecify.annotations.NullMarked;
