/**
 * How articles arrive: files and streams of the formats that news comes in go in, checked {@link org.tocsin.article.NewsArticle}s
 * come out, and for every item that is none the reason, with its place in the input. Reads JSON and text of Tocsin's own, ninjs,
 * NewsML-G2, NITF, RSS and Atom, pages, WARC and WET; {@link org.tocsin.arrival.web} fetches.
 */
@NullMarked
package org.tocsin.arrival;

import org.jspecify.annotations.NullMarked;
