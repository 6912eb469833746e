package org.tocsin.serve.query;

import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Place;

/** Codes of first-order divisions. */
@FunctionalInterface
public interface DivisionCodes {
    /**
     * The division that a place lies in: its ISO 3166-2 code ({@code UA-59}), or country and name ({@code UA/Sumy}) where no code is
     * known; null where the place names no division.
     */
    @Nullable
    String of(Place place);
}
