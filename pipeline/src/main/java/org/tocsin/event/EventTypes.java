package org.tocsin.event;

import java.util.List;
import org.tocsin.article.TrustedSchemas;
import org.tocsin.event.casualty.CasualtyExtractor;
import org.tocsin.event.interception.InterceptionExtractor;
import org.tocsin.event.statement.StatementExtractor;
import org.tocsin.event.strike.StrikeExtractor;
import org.tocsin.event.territory.TerritoryExtractor;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Interception;
import org.tocsin.schema.Statement;
import org.tocsin.schema.Strike;
import org.tocsin.schema.TerritoryChange;

/** The event types of this release. Registering one here gives it a topic, a serde, nodes, an API path and a row in the codebook. */
public final class EventTypes {
    /** Every event type, in alphabetical order. */
    public static final List<EventType<?>> ALL = List.of(
            new EventType<>("casualty", Casualty.class, CasualtyExtractor::new),
            new EventType<>("interception", Interception.class, InterceptionExtractor::new),
            new EventType<>("statement", Statement.class, StatementExtractor::new),
            new EventType<>("strike", Strike.class, StrikeExtractor::new),
            new EventType<>("territory", TerritoryChange.class, TerritoryExtractor::new));

    static {
        TrustedSchemas.trust();
    }

    private EventTypes() {}

    /**
     * The event type of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static EventType<?> named(String name) {
        return ALL.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no event type '" + name + "'; there are "
                        + ALL.stream().map(EventType::name).toList()));
    }
}
