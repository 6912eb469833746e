/** The annotator built on OpenNLP: validated articles come in, documents with sentences, tokens, tags, lemmas and the mentions of the given finders go out. The models are loaded once and shared; any text is accepted. */
@NullMarked
package org.tocsin.document.opennlp;

import org.jspecify.annotations.NullMarked;
