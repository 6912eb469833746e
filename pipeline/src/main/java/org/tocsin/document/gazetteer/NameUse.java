package org.tocsin.document.gazetteer;

/** How a name belongs to a place; the order is part of the compiled format. */
enum NameUse {
    /** The usual name. */
    MAIN,
    /** Another spelling, a former name or a name in another language. */
    ALIAS,
    /** A name only together with a word such as "region" ("Kharkov region"). */
    FORM
}
