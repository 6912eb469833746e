/** Grammars of numbers and dates: tokens come in, {@link org.tocsin.document.Mention.CountMention}s and {@link org.tocsin.document.Mention.DateMention}s go out. What is not understood is left out. */
@NullMarked
package org.tocsin.document.grammar;

import org.jspecify.annotations.NullMarked;
