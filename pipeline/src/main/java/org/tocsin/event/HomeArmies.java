package org.tocsin.event;

import java.util.Locale;
import java.util.Set;
import org.tocsin.document.lexicon.Lexicons;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Gives an army that a text names without its state ("the military") to the state in which it fights. */
public final class HomeArmies {
    private static final Set<String> OWN_FORCES = Set.of(
            "army",
            "military",
            "government",
            "junta",
            "security forces",
            "security personnel",
            "air force",
            "armed forces",
            "federal forces",
            "federal troops",
            "gendarme");

    /** What several states are together, so that it is at home nowhere. */
    private static final String OF_SEVERAL = "coalition";

    private HomeArmies() {}

    /** Whether an actor without a state is one that only the text around it can tell the state of. */
    public static boolean isStateless(Actor actor) {
        String words = actor.getText().toLowerCase(Locale.ROOT);
        return actor.getCountry() == null
                && actor.getKind() == ActorKind.MILITARY
                && !isOfSeveral(actor)
                && OWN_FORCES.stream().anyMatch(words::contains);
    }

    /** Whether an actor is a coalition of several states, which is a foreigner wherever it fights. */
    public static boolean isOfSeveral(Actor actor) {
        return actor.getKind() == ActorKind.MILITARY
                && actor.getName().toLowerCase(Locale.ROOT).contains(OF_SEVERAL);
    }

    /** The army as that of a country, with the name that its armed forces have everywhere. */
    public static Actor of(Actor army, String country) {
        String name = Lexicons.armyOf(country);
        return new Actor(
                name == null ? army.getName() : name,
                army.getText(),
                army.getRole(),
                army.getOrganization(),
                country,
                army.getKind());
    }
}
