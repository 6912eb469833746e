package org.tocsin.document.gazetteer;

/**
 * One place that a name can mean.
 *
 * @param entry the place
 * @param use how the name belongs to it
 */
record Candidate(GazetteerEntry entry, NameUse use) {}
