package org.tocsin.document.gazetteer;

/** What makes a populated place more or less likely to be meant; the order is part of the compiled format. */
enum PlaceRank {
    ORDINARY,
    NATIONAL_CAPITAL,
    /** Capital of a first-order division. */
    REGIONAL_CAPITAL,
    /** A part of a larger town. */
    QUARTER
}
