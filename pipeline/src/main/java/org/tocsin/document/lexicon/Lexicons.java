package org.tocsin.document.lexicon;

import java.util.List;
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
}
