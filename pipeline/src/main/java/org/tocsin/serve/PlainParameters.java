package org.tocsin.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tocsin.stream.NearestName;

/** The parameters of one request, every one known and given once. Whatever is wrong with them is a {@link Problem} 400. */
final class PlainParameters {
    private final Map<String, List<String>> given;

    /**
     * Takes the parameters of a request.
     *
     * @param given the values of each parameter
     * @param known the names that the resource understands
     */
    PlainParameters(Map<String, List<String>> given, Collection<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Problem.badRequest(unknown(name, known));
            }
            if (values.size() != 1) {
                throw Problem.badRequest("The parameter " + name + " is given " + values.size() + " times");
            }
            if (values.get(0).isBlank()) {
                throw Problem.badRequest("The parameter " + name + " has no value");
            }
        });
        this.given = given;
    }

    private static String unknown(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "There is no parameter '" + name + "'; this resource takes none";
        }
        return "There is no parameter '" + name + "'. Did you mean " + NearestName.of(name, known) + "? There are: "
                + String.join(", ", new TreeSet<>(known));
    }

    /** The text of a parameter, where it is given. */
    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values.get(0));
    }

    /** One of the given values; they are compared without case. */
    Optional<String> oneOf(String name, Collection<String> values) {
        return text(name)
                .map(text -> values.stream()
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> Problem.badRequest("The parameter " + name + " cannot be '" + text
                                + "'; it is one of: " + String.join(", ", values))));
    }

    /** A two-letter country code (ISO 3166-1 alpha-2) in upper case. */
    Optional<String> country(String name) {
        return text(name).map(text -> {
            if (!text.matches("[A-Za-z]{2}")) {
                throw Problem.badRequest("The parameter " + name + " cannot be '" + text
                        + "'; it is a two-letter country code (ISO 3166-1), for example UA");
            }
            return text.toUpperCase(Locale.ROOT);
        });
    }

    /** A whole number within bounds. */
    int number(String name, int byDefault, int least, int most) {
        return text(name)
                .map(text -> {
                    String wrong = "The parameter " + name + " cannot be '" + text + "'; it is a whole number from "
                            + least + " to " + most;
                    try {
                        int number = Integer.parseInt(text);
                        if (number < least || number > most) {
                            throw Problem.badRequest(wrong);
                        }
                        return number;
                    } catch (NumberFormatException e) {
                        throw Problem.badRequest(wrong);
                    }
                })
                .orElse(byDefault);
    }

    /** A day (ISO 8601). */
    Optional<LocalDate> day(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw Problem.badRequest(
                        "The parameter " + name + " cannot be '" + text + "'; it is a date, for example 2024-11-20");
            }
        });
    }

    /** A moment: a date-time with Z or offset, or a day, which stands for its end (UTC). */
    Optional<Instant> end(String name) {
        return text(name).map(text -> {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                        : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw Problem.badRequest("The parameter " + name + " cannot be '" + text
                        + "'; it is a date-time such as 2024-11-20T18:00:00Z or a date such as 2024-11-20");
            }
        });
    }
}
