package org.tocsin.event.strike;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Place;

/**
 * Finds the attacker of an attack that is told without one: who claims it or is blamed for it in the sentences around, else the one
 * foreign attacker that the article names for other attacks in the same country.
 */
final class Blame {
    private static final int SENTENCES_BEHIND = 5;

    private final Document document;
    private final Attackers attackers;

    Blame(Document document) {
        this.document = document;
        this.attackers = new Attackers(document);
    }

    /** The attacker that the article holds responsible for the attack of a group of mentions; null where it names none. */
    @Nullable
    Anchored<Actor> of(List<StrikeReading> group, List<List<StrikeReading>> all) {
        Anchored<Actor> blamed = claimed(group);
        return blamed != null ? blamed : foreign(group, all);
    }

    private @Nullable Anchored<Actor> claimed(List<StrikeReading> group) {
        int first = group.get(0).sentence().index();
        int last = group.get(group.size() - 1).sentence().index();
        for (Sentence sentence : document.sentences()) {
            boolean near = sentence.index() >= first && sentence.index() <= last + SENTENCES_BEHIND;
            Anchored<Actor> blamed = near ? attackers.blamed(sentence) : null;
            if (blamed != null) {
                return blamed;
            }
        }
        return null;
    }

    private @Nullable Anchored<Actor> foreign(List<StrikeReading> group, List<List<StrikeReading>> all) {
        String country = country(group);
        if (country == null) {
            return null;
        }
        List<Anchored<Actor>> foreigners = attackersIn(all, country);
        return oneCountry(foreigners.isEmpty() ? ownersOfWeapons(country) : foreigners);
    }

    /** Who is named with weapons of attack anywhere in the article ("Russian drones"), other than the country that is attacked. */
    private List<Anchored<Actor>> ownersOfWeapons(String attacked) {
        return document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(WeaponMention.class)
                        .flatMap(weapon -> Stream.ofNullable(attackers.ownerOf(sentence, weapon.from()))))
                .filter(owner -> owner.value().getCountry() != null)
                .filter(owner -> !attacked.equals(owner.value().getCountry()))
                .toList();
    }

    private static List<Anchored<Actor>> attackersIn(List<List<StrikeReading>> all, String country) {
        return all.stream()
                .filter(other -> country.equals(country(other)))
                .flatMap(List::stream)
                .filter(reading -> reading.status().value() == EventStatus.OCCURRED)
                .flatMap(reading -> Stream.ofNullable(reading.attacker()))
                .filter(attacker -> attacker.value().getCountry() != null)
                .filter(attacker -> !country.equals(attacker.value().getCountry()))
                .toList();
    }

    private static @Nullable Anchored<Actor> oneCountry(List<Anchored<Actor>> foreigners) {
        boolean one = foreigners.stream()
                        .map(foreigner -> foreigner.value().getCountry())
                        .distinct()
                        .count()
                == 1;
        return one ? foreigners.get(0) : null;
    }

    private static @Nullable String country(List<StrikeReading> group) {
        return group.stream()
                .map(StrikeReading::place)
                .filter(Objects::nonNull)
                .map(Anchored::value)
                .map(Place::getCountry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
