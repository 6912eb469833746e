package org.tocsin.event;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Place;

/** Codes the sentences of case files ({@code text}, {@code expected}) with the standard coder. */
public final class CaseSentences {
    private CaseSentences() {}

    /** Text and expected events of each case of a file. */
    public static Stream<Arguments> of(Class<?> owner, String resource) {
        return KnowledgeTable.load(owner, resource, "text", "expected").rows().stream()
                .map(row -> Arguments.of(row.required("text"), row.required("expected")));
    }

    /** The events of one type in a text. */
    public static <E extends SpecificRecord> List<E> events(Class<E> type, String text) {
        return CodedCases.code(text).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** An armed group by its name, everybody else by the country; a dash where there is nobody. */
    public static String told(@Nullable Actor actor) {
        if (actor == null) {
            return "-";
        }
        String country = actor.getKind() == ActorKind.ARMED_GROUP ? null : actor.getCountry();
        return country == null ? actor.getName() : country;
    }

    /** The canonical name of a place; a dash where there is none. */
    public static String told(@Nullable Place place) {
        return place == null ? "-" : place.getName();
    }
}
