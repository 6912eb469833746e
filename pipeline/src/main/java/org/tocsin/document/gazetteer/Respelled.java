package org.tocsin.document.gazetteer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the town that an open name is another spelling of, in the country and division that the text gives it: "Nabatiyeh" in
 * Lebanon. Gives none where two places come into question, or one that lies far from all others that the article tells of.
 */
final class Respelled {
    /** From this population on a town needs no other place of the article near by. */
    private static final long WELL_KNOWN = 15_000;

    private static final double NEAR_KM = 100;
    /** Entries as near as this, in km, are the same place entered twice. */
    private static final double SAME_PLACE_KM = 12;

    private final Gazetteer gazetteer;
    private final List<GazetteerEntry> towns;

    /** @param towns the towns that the article names */
    Respelled(Gazetteer gazetteer, List<GazetteerEntry> towns) {
        this.gazetteer = gazetteer;
        this.towns = List.copyOf(towns);
    }

    /**
     * The town that a name unknown as it is written may spell otherwise; null where none or several do.
     *
     * @param country where the name lies
     * @param admin1 its division, null where the text does not tell
     */
    @Nullable
    GazetteerEntry of(String name, String country, @Nullable String admin1) {
        String written = NameKey.of(name);
        if (!gazetteer.candidatesOf(written).isEmpty()) {
            return null;
        }
        GazetteerEntry only = null;
        for (String key : Spellings.of(written)) {
            for (Candidate candidate : gazetteer.candidatesOf(key)) {
                GazetteerEntry entry = candidate.entry();
                if (!fits(entry, country, admin1)) {
                    continue;
                }
                if (only != null && only.kmTo(entry) > SAME_PLACE_KM) {
                    return null;
                }
                only = only == null || entry.population() > only.population() ? entry : only;
            }
        }
        return only;
    }

    private boolean fits(GazetteerEntry entry, String country, @Nullable String admin1) {
        boolean here = entry.kind() == PlaceKind.TOWN && country.equals(entry.country());
        if (!here || admin1 != null && !Objects.equals(admin1, entry.admin1Name())) {
            return false;
        }
        return admin1 != null
                || entry.population() >= WELL_KNOWN
                || towns.stream().anyMatch(town -> town.kmTo(entry) <= NEAR_KM);
    }
}
