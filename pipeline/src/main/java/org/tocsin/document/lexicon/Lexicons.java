package org.tocsin.document.lexicon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.MentionFinder;

/** The finders of this package. */
public final class Lexicons {
    private Lexicons() {}

    /** Finders of actors, offices and weapons; they need no other mentions. */
    public static List<MentionFinder> words() {
        return List.of(new ActorFinder(), new OfficeFinder(), new WeaponFinder());
    }

    /** Finders of persons; they need the actors, offices, places and dates. */
    public static List<MentionFinder> persons() {
        return List.of(new PersonFinder());
    }

    /** The name of a state's army as the actor finder gives it ("Malian Armed Forces"); null for a code of no state. */
    public static @Nullable String armyOf(String country) {
        State state = ActorLexicon.shared().state(country);
        return state == null ? null : state.possessive() + " Armed Forces";
    }
}
