package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.InterceptedKind;

/**
 * Something that air defence may bring down, named by a sentence.
 *
 * @param from index of the first token
 * @param to index behind the last token
 * @param what its kind
 */
record FlyingThing(int from, int to, InterceptedKind what) {
    private static final CueTable<InterceptedKind> AIRCRAFT = CueTable.of(
            KnowledgeTable.load(FlyingThing.class, "flying-things.tsv", "words", "what"),
            row -> Optional.ofNullable(row.constant("what", InterceptedKind.class))
                    .orElseThrow(() -> row.error("what is empty")));

    /** The flying things of a sentence in order; words that only describe another noun ("drone attack") are left out. */
    static List<FlyingThing> in(Sentence sentence) {
        List<FlyingThing> things = new ArrayList<>();
        sentence.mentions(WeaponMention.class).forEach(weapon -> {
            InterceptedKind what = kind(weapon);
            if (what != null) {
                things.add(new FlyingThing(weapon.from(), weapon.to(), what));
            }
        });
        AIRCRAFT.find(sentence).stream()
                .filter(cue -> things.stream().noneMatch(thing -> thing.from() < cue.to() && thing.to() > cue.from()))
                .map(cue -> new FlyingThing(cue.from(), cue.to(), cue.meaning()))
                .toList()
                .forEach(things::add);
        things.removeIf(thing -> describes(sentence, thing, things));
        things.sort(Comparator.comparingInt(FlyingThing::from));
        return things;
    }

    private static @Nullable InterceptedKind kind(WeaponMention weapon) {
        if (weapon.method() == null) {
            return null;
        }
        return switch (weapon.method()) {
            case DRONE -> InterceptedKind.UAV;
            case MISSILE, ROCKET -> InterceptedKind.MISSILE;
            case AIRSTRIKE -> weapon.system() == null ? null : InterceptedKind.AIRCRAFT;
            default -> null;
        };
    }

    /** Whether another noun follows that the word only describes; a weapon's own class ("Harop drones") is none. */
    private static boolean describes(Sentence sentence, FlyingThing thing, List<FlyingThing> all) {
        if (thing.to() >= sentence.tokens().size()) {
            return false;
        }
        Token next = sentence.tokens().get(thing.to());
        boolean noun = next.tag().matches("NNS?");
        boolean same = all.stream().anyMatch(other -> other.from() == thing.to());
        return noun && !same || same;
    }
}
