package org.tocsin.serve.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.schema.Incident;
import org.tocsin.serve.query.Conditions;
import org.tocsin.serve.query.EventTraits;
import org.tocsin.serve.query.IncidentTraits;
import org.tocsin.serve.query.Traits;

/**
 * What a change means to who sees the items of a filter alone. Where it is not known whether an item met the filter before, and it
 * does not now, a delete is told: too many do no harm, one too few does.
 *
 * @param conditions of the filter
 * @param sentences finds the sentences of an incident's reports; asked where the filter looks for words alone
 */
public record Sieve(Conditions conditions, Function<Incident, List<String>> sentences) {
    /** What there is to do. */
    enum Verdict {
        UPSERT,
        DELETE,
        NOTHING
    }

    /** What a change asks for. */
    Verdict judge(Change change) {
        if (takes(change.now())) {
            return Verdict.UPSERT;
        }
        Change.Before before = change.before();
        if (before instanceof Change.Before.Nothing) {
            return Verdict.NOTHING;
        }
        boolean held = !(before instanceof Change.Before.Known known) || takes(known.version());
        return held ? Verdict.DELETE : Verdict.NOTHING;
    }

    /**
     * The edit that a change asks for, if any.
     *
     * @param position gives the position behind it, as text; asked only where there is an edit
     */
    Optional<Edit> edit(Change change, Supplier<String> position) {
        SpecificRecord item = change.now().item();
        return switch (judge(change)) {
            case UPSERT ->
                Optional.ofNullable(item).map(upserted -> new Edit.Upsert(change.id(), upserted, position.get()));
            case DELETE -> Optional.of(new Edit.Delete(change.id(), position.get()));
            case NOTHING -> Optional.empty();
        };
    }

    private boolean takes(Version version) {
        SpecificRecord item = version.item();
        return item != null && conditions.test(traits(item, version.at()));
    }

    private Traits traits(SpecificRecord item, Instant at) {
        return item instanceof Incident incident ? new IncidentTraits(incident, sentences) : EventTraits.of(item, at);
    }
}
