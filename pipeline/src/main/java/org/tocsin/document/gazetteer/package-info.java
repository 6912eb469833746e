/** Places: sentences come in, the place names in them go out with coordinates, division and country. A name whose place cannot be told gives nothing rather than a wrong pin. */
@NullMarked
package org.tocsin.document.gazetteer;

import org.jspecify.annotations.NullMarked;
