package org.tocsin.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Place;

/** Who speaks for the side that is accused of an attack or claims it: their figures are kept but do not stand beside others. */
final class Parties {
    private static final int SHORTEST_NAME = 3;
    private static final Set<String> GENERIC = Set.of(
            "armed",
            "army",
            "military",
            "forces",
            "force",
            "group",
            "groups",
            "the",
            "and",
            "movement",
            "front",
            "state",
            "government",
            "ministry",
            "general",
            "staff",
            "national",
            "defence",
            "defense",
            "people",
            "security",
            "air",
            "police",
            "service",
            "local",
            "spokesman",
            "for",
            "liberation",
            "united",
            "attackers",
            "gunmen",
            "unidentified");

    private final @Nullable Actor attacker;
    private final @Nullable String country;

    /**
     * The sides of an incident.
     *
     * @param attacker who is taken to have attacked; null where nobody is named
     * @param place where
     */
    Parties(@Nullable Actor attacker, @Nullable Place place) {
        this.attacker = attacker;
        this.country = place == null ? null : place.getCountry();
    }

    /** How the speaker of a figure stands to this incident. */
    Authority authority(Telling telling) {
        Actor speaker = telling.speaker();
        if (speaker == null) {
            return telling.authority();
        }
        return isParty(telling, speaker) ? Authority.PARTY : telling.authority();
    }

    private boolean isParty(Telling telling, Actor speaker) {
        boolean armed = telling.authority() == Authority.FORCES;
        if (armed && (telling.claimed() || isForeign(speaker))) {
            return true;
        }
        // who counts on the spot is of the place, whichever country the coder took "the health ministry" for
        boolean onSpot = telling.authority() == Authority.ON_SPOT;
        return attacker != null && (sharesName(attacker, speaker) || !onSpot && sharesState(attacker, speaker, armed));
    }

    /** Forces of another country than that of the attack speak of it as those who made it. */
    private boolean isForeign(Actor speaker) {
        return country != null && speaker.getCountry() != null && !country.equals(speaker.getCountry());
    }

    private boolean sharesState(Actor attacker, Actor speaker, boolean armed) {
        if (attacker.getCountry() == null || !attacker.getCountry().equals(speaker.getCountry())) {
            boolean army = attacker.getKind() == ActorKind.MILITARY && attacker.getCountry() != null;
            return army && attacker.getCountry().equals(country) && armed && isArmyOfPlace(speaker);
        }
        if (!attacker.getCountry().equals(country)) {
            return true;
        }
        return attacker.getKind() == ActorKind.MILITARY && armed && speaker.getKind() != ActorKind.ARMED_GROUP;
    }

    private static boolean isArmyOfPlace(Actor speaker) {
        return speaker.getCountry() == null && speaker.getKind() != ActorKind.ARMED_GROUP;
    }

    private static boolean sharesName(Actor attacker, Actor speaker) {
        if (PlaceMatch.fold(attacker.getName()).equals(PlaceMatch.fold(speaker.getName()))) {
            return true;
        }
        Set<String> names = words(Authority.text(attacker));
        names.add(initials(attacker.getName()));
        names.removeAll(GENERIC);
        Set<String> said = words(Authority.text(speaker));
        return names.stream().anyMatch(name -> name.length() >= SHORTEST_NAME && said.contains(name));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
                .map(word -> word.endsWith("s") && word.length() > SHORTEST_NAME
                        ? word.substring(0, word.length() - 1)
                        : word)
                .filter(word -> word.length() >= SHORTEST_NAME && !GENERIC.contains(word))
                .collect(Collectors.toSet());
    }

    private static String initials(String name) {
        return Arrays.stream(name.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
