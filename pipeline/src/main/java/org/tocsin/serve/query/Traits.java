package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;

/** What {@link Conditions} look at in an event or incident, whatever it is kept as. */
public interface Traits {
    /** Name of the event type. */
    String eventType();

    /** Where it took place; null where unknown. */
    @Nullable
    Place place();

    /** First day on which it took place; null where unknown. */
    @Nullable
    LocalDate firstDay();

    /** Last day on which it took place; null where unknown. */
    @Nullable
    LocalDate lastDay();

    /** Who attacks, defends, takes or speaks. */
    List<Actor> actors();

    /** Who speaks, for statements; else null. */
    @Nullable
    Actor speaker();

    /** Whom a statement is aimed at. */
    List<Actor> addressees();

    /** What a strike hit; else null. */
    @Nullable
    Target target();

    /** Name of the method of attack; null where unknown. */
    @Nullable
    String method();

    /** Name of its {@code EventStatus}; null for statements. */
    @Nullable
    String status();

    /** Outlets that report it. */
    List<String> sources();

    /** Killed (best, else low); null where not told. */
    @Nullable
    Integer killed();

    /** Injured (best, else low); null where not told. */
    @Nullable
    Integer injured();

    /** How likely it is right, 0 to 1; null where unknown. */
    @Nullable
    Double confidence();

    /** When what is told here became known: of incidents the latest change, of events the report; null where unknown. */
    @Nullable
    Instant knownAt();

    /** Articles that report it. */
    Set<String> articles();

    /** What {@code q} searches besides the names of places, actors and targets: its sentences. */
    List<String> sentences();

    /** Country of the speaker for statements, else of the place; {@code ZZ} where unknown. */
    default String country() {
        Actor speaker = speaker();
        Place place = place();
        String country = speaker != null ? speaker.getCountry() : place == null ? null : place.getCountry();
        return country == null ? RollupDimension.UNKNOWN_COUNTRY : country;
    }
}
