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
    SAYING,
    /** Before the name of a small place ("village of"). */
    VILLAGE_OF,
    /** Before the name of a quarter or landscape, or of the town that it is part of ("area of"). */
    AREA_OF,
    /** Before the name of a camp, base or facility ("base at"). */
    SITE_OF,
    /** After the name of a camp, base or facility ("camp"). */
    SITE_AFTER,
    /** After the name of a quarter, landscape or lesser division ("neighbourhood"). */
    AREA_AFTER,
    /** After the name of a street or square. */
    STREET_AFTER,
    /** Before a place even where its name is not known ("in"). */
    WITHIN,
    /** Verbs whose object is a place even where its name is not known ("shelled"). */
    TAKES,
    /** Part of names of bodies, persons, peoples, media and times, never of a place that we do not know. */
    NOT_PLACE
}
