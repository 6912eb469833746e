package org.tocsin.event.strike;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Method;
import org.tocsin.schema.Stance;
import org.tocsin.schema.Target;
import org.tocsin.schema.TargetKind;

/** What an army or armed group tells of its own attacks: "the defence ministry said 15 militants were killed in an air strike" was its air strike. */
final class OwnReports {
    private static final Set<String> ENEMIES = Set.of(
            "militant",
            "terrorist",
            "insurgent",
            "rebel",
            "fighter",
            "bandit",
            "jihadist",
            "extremist",
            "gunman",
            "guerrilla",
            "separatist",
            "khawarij",
            "khwarij",
            "khariji",
            "naxal",
            "naxalite",
            "maoist",
            "cadre",
            "commander",
            "militiaman",
            "operative");
    private static final Set<String> OWN = Set.of(
            "soldier",
            "policeman",
            "troop",
            "officer",
            "civilian",
            "marine",
            "personnel",
            "guard",
            "paramilitary",
            "serviceman",
            "resident",
            "villager",
            "woman",
            "child",
            "worker");
    private static final Set<String> SOLDIERS =
            Set.of("army", "soldier", "troop", "patrol", "convoy", "garrison", "infantry", "tank");
    private static final Set<String> LOST = Set.of("kill", "neutralise", "neutralize", "eliminate", "die");

    /** How armies attack those they fight; what gunmen and bombers do is done to them. */
    private static final Set<Method> OF_ARMIES = EnumSet.of(
            Method.DRONE,
            Method.MISSILE,
            Method.ARTILLERY,
            Method.AIRSTRIKE,
            Method.GUIDED_BOMB,
            Method.GROUND_ASSAULT);

    private OwnReports() {}

    /** The army or defence ministry that tells an attack which only its enemies are said to have suffered; null where none does. */
    static @Nullable Anchored<Actor> attacker(List<StrikeReading> group) {
        boolean named = group.stream().anyMatch(reading -> reading.attacker() != null);
        for (StrikeReading reading : group) {
            boolean told = !named
                    && reading.method() != null
                    && OF_ARMIES.contains(reading.method().value())
                    && isLossOfEnemies(reading.sentence());
            Anchored<Actor> teller = told ? teller(reading) : named ? null : claimant(reading);
            if (teller != null) {
                return teller;
            }
        }
        return null;
    }

    /** "Hezbollah said the base near Haifa had been struck": an armed group that tells of an attack abroad or on soldiers made it. */
    private static @Nullable Anchored<Actor> claimant(StrikeReading reading) {
        Anchored<Target> target = reading.target();
        boolean soldiers = target != null && target.value().getKind() == TargetKind.MILITARY && isOfSoldiers(reading);
        return reading.attribution().stream()
                .filter(said -> said.value().getStance() != Stance.DENIES)
                .map(said -> said.map(Attribution::getSpeaker))
                .filter(speaker -> speaker.value().getKind() == ActorKind.ARMED_GROUP)
                .filter(speaker -> soldiers || isAbroad(reading, speaker.value()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isAbroad(StrikeReading reading, Actor speaker) {
        String country =
                reading.place() == null ? null : reading.place().value().getCountry();
        return country != null && speaker.getCountry() != null && !country.equals(speaker.getCountry());
    }

    /** Whether the words of the target name soldiers. */
    private static boolean isOfSoldiers(StrikeReading reading) {
        Anchored<Target> target = Objects.requireNonNull(reading.target());
        return reading.sentence().tokens().stream()
                .filter(token -> token.start() >= target.start() && token.end() <= target.end())
                .anyMatch(token -> SOLDIERS.contains(token.lemma()));
    }

    private static boolean isLossOfEnemies(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        return tokens.stream().anyMatch(token -> ENEMIES.contains(token.lemma()))
                && tokens.stream().anyMatch(token -> LOST.contains(token.lemma()))
                && tokens.stream().noneMatch(token -> OWN.contains(token.lemma()));
    }

    private static @Nullable Anchored<Actor> teller(StrikeReading reading) {
        return reading.attribution().stream()
                .filter(said -> said.value().getStance() != Stance.DENIES)
                .map(said -> said.map(Attribution::getSpeaker))
                .filter(speaker -> isArmy(speaker.value()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isArmy(Actor speaker) {
        String body = speaker.getOrganization() == null ? speaker.getName() : speaker.getOrganization();
        boolean defence = body.contains("Defence") || body.contains("Defense") || body.contains("Interior");
        return speaker.getCountry() != null && (speaker.getKind() == ActorKind.MILITARY || defence);
    }
}
