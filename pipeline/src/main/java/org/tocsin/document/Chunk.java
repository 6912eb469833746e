package org.tocsin.document;

/**
 * A base phrase of a sentence as the chunker sees it.
 *
 * @param type NP, VP, PP, ADJP, ADVP, SBAR, PRT ... (CoNLL-2000)
 * @param from index of the first token
 * @param to index behind the last token
 */
public record Chunk(String type, int from, int to) {}
