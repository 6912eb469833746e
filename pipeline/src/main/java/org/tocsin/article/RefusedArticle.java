package org.tocsin.article;

/**
 * An article that cannot be read.
 *
 * @param where file and line, for example {@code news.jsonl:12}
 * @param reason what is wrong with it and what would be right
 */
public record RefusedArticle(String where, String reason) {}
