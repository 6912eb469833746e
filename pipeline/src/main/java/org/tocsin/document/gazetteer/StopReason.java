package org.tocsin.document.gazetteer;

/** Why a place name alone is no sign of the place. */
enum StopReason {
    /** A common word or part of an organisation's name ("Of", "Reading", "Union"). */
    WORD,
    /** A given name or surname ("Victoria", "Jackson"). */
    PERSON,
    /** A month or a day of the week. */
    CALENDAR
}
