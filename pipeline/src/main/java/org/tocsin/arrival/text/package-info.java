/** What the formats share: character sets, XML without entities, times, and the plain text of markup. */
@NullMarked
package org.tocsin.arrival.text;

import org.jspecify.annotations.NullMarked;
