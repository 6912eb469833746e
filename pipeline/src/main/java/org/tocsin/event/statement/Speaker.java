package org.tocsin.event.statement;

import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;

/**
 * Somebody who may speak, at some tokens of a sentence.
 *
 * @param from index of the first token
 * @param to index behind the last token
 * @param person whether it is a person rather than a body
 * @param actor who it is
 */
record Speaker(int from, int to, boolean person, Anchored<Actor> actor) {}
