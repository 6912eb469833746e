package org.tocsin.document.gazetteer;

/** What a word or phrase beside a name says about it. */
enum CueRole {
    /** Before a place where something is or happens ("in", "from", "captured"). */
    LOCATIVE,
    /** Before a place that only gives a bearing ("near", "north of", "km from"). */
    NEAR,
    /** After a place that only gives a bearing ("direction", "sector"). */
    NEAR_AFTER,
    /** Before a town's name ("the village of"). */
    TOWN_OF,
    /** Before a first-order division's name ("the province of"). */
    DIVISION_OF,
    /** Before a second-order division's name ("the district of"). */
    DISTRICT_OF,
    /** Part of a landscape before its name ("southern", "occupied"). */
    DIRECTION,
    /** Before a person's name ("Mr", "General"). */
    TITLE,
    /** After a place that an office or body belongs to ("governor", "ministry"). */
    OFFICE,
    /** After a person's name ("said"). */
    SAYING
}
