package org.tocsin.document;

/**
 * One token of a sentence.
 *
 * @param index position in its sentence, from 0
 * @param text the token with typography normalised (straight quotes and hyphens)
 * @param lower {@code text} in lower case
 * @param lemma dictionary form in lower case ("killed" gives "kill", "strikes" gives "strike")
 * @param tag Penn Treebank part-of-speech tag; empty where the sentence was not tagged
 * @param start offset of the first character in the original text
 * @param end offset behind the last character in the original text
 */
public record Token(int index, String text, String lower, String lemma, String tag, int start, int end) {}
