package org.tocsin.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** What incidents are grouped by. Each says under which values an incident counts. */
public enum RollupDimension {
    /**
     * ISO 3166-1 alpha-2 code of the place, or of the speaker for statements; {@code ZZ} where none is known, so that the
     * countries together hold every incident once.
     */
    COUNTRY {
        @Override
        public List<String> values(Incident incident) {
            Actor speaker = incident.getSpeaker();
            Place place = incident.getPlace();
            String country = speaker != null ? speaker.getCountry() : place == null ? null : place.getCountry();
            return List.of(country == null ? UNKNOWN_COUNTRY : country);
        }
    },
    /** First-order division, as {@code UA/Sumy Oblast}. Incidents whose division is not known are left out. */
    ADMIN1 {
        @Override
        public List<String> values(Incident incident) {
            Place place = incident.getPlace();
            return place == null || place.getAdmin1() == null ? List.of() : List.of(path(place, place.getAdmin1()));
        }
    },
    /** Populated place, as {@code UA/Sumy Oblast/Hlukhiv}. Incidents known less finely, or only by a site, are left out. */
    TOWN {
        @Override
        public List<String> values(Incident incident) {
            Place place = incident.getPlace();
            return place == null || place.getPrecision() != PlacePrecision.TOWN
                    ? List.of()
                    : List.of(path(place, place.getAdmin1(), place.getName()));
        }
    },
    /** Who acts: the attacker, whose air defence, who takes or leaves a place, the speaker. Unknown actors are left out. */
    ACTOR {
        @Override
        public List<String> values(Incident incident) {
            Actor actor = incident.getSpeaker() != null ? incident.getSpeaker() : incident.getAttacker();
            return actor == null ? List.of() : List.of(actor.getName());
        }
    },
    /**
     * Speaker and target of a statement, as {@code UA>RU}: the country where one is known, else the name. A statement with
     * several targets counts once under each.
     */
    SPEAKER_TARGET {
        @Override
        public List<String> values(Incident incident) {
            Actor speaker = incident.getSpeaker();
            if (speaker == null) {
                return List.of();
            }
            TreeSet<String> dyads = new TreeSet<>();
            incident.getTargets().forEach(target -> dyads.add(party(speaker) + ">" + party(target)));
            return new ArrayList<>(dyads);
        }
    };

    /** Value of {@link #COUNTRY} where no country is known; a user-assigned code of ISO 3166-1. */
    public static final String UNKNOWN_COUNTRY = "ZZ";

    /** The values under which an incident counts, without repetition. */
    public abstract List<String> values(Incident incident);

    /** Lower-case name, as keys and queries write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String party(Actor actor) {
        return actor.getCountry() == null ? actor.getName() : actor.getCountry();
    }

    private static String path(Place place, @Nullable String... names) {
        StringBuilder path = new StringBuilder(place.getCountry() == null ? UNKNOWN_COUNTRY : place.getCountry());
        for (String name : names) {
            if (name != null) {
                path.append('/').append(name);
            }
        }
        return path.toString();
    }
}
