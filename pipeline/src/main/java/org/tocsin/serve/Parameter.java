package org.tocsin.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an operation: how it is written, what it means and how its text is read.
 *
 * @param location where in the request it stands
 * @param name its name; the one spelling
 * @param schema JSON Schema of its value
 * @param description what it means, for the documentation
 * @param example a value that can be tried
 * @param reader reads the text; throws {@link Unreadable} where it is none of the values
 * @param byDefault the value where it is not given; null for none
 */
public record Parameter<T>(
        Location location,
        String name,
        ObjectNode schema,
        String description,
        String example,
        Function<String, T> reader,
        @Nullable T byDefault) {
    /** Where in a request a parameter stands. */
    public enum Location {
        /** A segment of the path. */
        PATH,
        /** The query. */
        QUERY,
        /** A header of the request. */
        HEADER;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A text that is no value of the parameter. The message completes the sentence "The parameter x cannot be 'y'; ...". */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Says what values there are, for example "it is a whole number from 1 to 9". */
        public Unreadable(String whatItIs) {
            super(whatItIs, null, false, false);
        }
    }

    /** A query parameter whose text is read in its own way. */
    public static <T> Parameter<T> of(
            String name, ObjectNode schema, String description, String example, Function<String, T> reader) {
        return new Parameter<>(Location.QUERY, name, schema, description, example, reader, null);
    }

    /** Any text. */
    public static Parameter<String> text(String name, String description, String example) {
        return of(name, JsonSchemas.text(), description, example, Function.identity());
    }

    /** A segment of the path. */
    public static Parameter<String> path(String name, String description, String example) {
        return new Parameter<>(
                Location.PATH, name, JsonSchemas.text(), description, example, Function.identity(), null);
    }

    /** A header of the request. */
    public static Parameter<String> header(String name, String description, String example) {
        return new Parameter<>(
                Location.HEADER, name, JsonSchemas.text(), description, example, Function.identity(), null);
    }

    /** One of some names. */
    public static Parameter<String> oneOf(String name, Collection<String> values, String description, String example) {
        return of(name, JsonSchemas.oneOf(values), description, example, text -> NearMiss.check(text, values));
    }

    /** One of the constants of an enumeration, in lower case. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, E[] constants, String description, E byDefault) {
        List<String> labels = List.of(constants).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String label = byDefault.name().toLowerCase(Locale.ROOT);
        return of(
                        name,
                        JsonSchemas.oneOf(labels),
                        description,
                        label,
                        text -> constants[labels.indexOf(NearMiss.check(text, labels))])
                .orElse(byDefault, TextNode.valueOf(label));
    }

    /** Some of a set of names, separated by commas. */
    public static Parameter<Set<String>> listOf(
            String name, Collection<String> values, String description, String example) {
        return list(name, JsonSchemas.oneOf(values), description, example, text -> NearMiss.check(text, values));
    }

    /** Values separated by commas, each read in its own way. */
    public static Parameter<Set<String>> list(
            String name, ObjectNode item, String description, String example, Function<String, String> reader) {
        return of(name, JsonSchemas.list(item).put("minItems", 1), description, example, text -> {
            Set<String> values = new LinkedHashSet<>();
            for (String each : text.split(",", -1)) {
                values.add(reader.apply(each));
            }
            return values;
        });
    }

    /** A whole number within bounds. */
    public static Parameter<Integer> wholeNumber(String name, int least, int most, String description, int example) {
        Unreadable wrong = new Unreadable("it is a whole number from " + least + " to " + most);
        return of(name, JsonSchemas.wholeNumber(least, most), description, Integer.toString(example), text -> {
            if (!text.matches("-?[0-9]{1,10}")) {
                throw wrong;
            }
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw wrong;
            }
            return (int) number;
        });
    }

    /** A number from 0 to 1. */
    public static Parameter<Double> share(String name, String description, String example) {
        return of(name, JsonSchemas.number(0, 1), description, example, text -> {
            if (!text.matches("0|1|[01]?\\.[0-9]{1,17}") || Double.parseDouble(text) > 1) {
                throw new Unreadable("it is a number from 0 to 1, for example " + example);
            }
            return Double.valueOf(text);
        });
    }

    /** A moment. */
    public static Parameter<Instant> instant(String name, String description, String example) {
        return of(name, JsonSchemas.text("date-time"), description, example, text -> {
            try {
                // a plus sign that was not escaped arrives as a space
                return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw new Unreadable("it is a date-time with Z or an offset, for example " + example);
            }
        });
    }

    /** The same parameter with a value for where it is not given. */
    public Parameter<T> orElse(T value, JsonNode asJson) {
        ObjectNode withDefault = schema.deepCopy();
        withDefault.set("default", asJson);
        return new Parameter<>(location, name, withDefault, description, example, reader, value);
    }

    /**
     * Reads its text.
     *
     * @throws Problem 400 if it is no value
     */
    T read(String text) {
        try {
            return reader.apply(text);
        } catch (Unreadable e) {
            throw Problem.badRequest("The parameter " + name + " cannot be '" + text + "'; " + e.getMessage());
        }
    }
}
