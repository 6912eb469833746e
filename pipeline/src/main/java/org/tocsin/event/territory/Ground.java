package org.tocsin.event.territory;

import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Place;
import org.tocsin.schema.TerritoryChangeKind;

/**
 * What changed hands.
 *
 * @param place the place itself, or the place that the ground lies at
 * @param change the change that the thing taken means by itself (new positions near a town are an advance, not its capture); null
 *     where the verb tells
 * @param named whether the place is named beside the verb
 */
record Ground(Anchored<Place> place, @Nullable TerritoryChangeKind change, boolean named) {}
