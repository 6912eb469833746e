package org.tocsin.document.gazetteer;

import org.tocsin.document.Mention.PlaceMention.Relation;

/**
 * A name that the text clearly uses for a place that the gazetteer does not know, or knows too many of.
 *
 * @param from index of its first token
 * @param to index behind its last token
 * @param text the name as written
 * @param kind TOWN, AREA or SITE
 * @param relation where the thing told stands to the place
 */
record OpenName(int from, int to, String text, PlaceKind kind, Relation relation) {}
