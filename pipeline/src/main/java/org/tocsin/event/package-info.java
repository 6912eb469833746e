/** The coder: documents come in, typed Avro events go out. Event types are siblings registered in EventTypes. */
@NullMarked
package org.tocsin.event;

import org.jspecify.annotations.NullMarked;
