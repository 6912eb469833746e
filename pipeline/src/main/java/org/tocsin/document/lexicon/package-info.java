/** Lexicons of who and what: states, bodies, armed groups, organisations, offices, persons and weapons. Tagged sentences come in, mentions go out; what no table or rule knows is left out. A faulty table fails at load with its line. */
@NullMarked
package org.tocsin.document.lexicon;

import org.jspecify.annotations.NullMarked;
