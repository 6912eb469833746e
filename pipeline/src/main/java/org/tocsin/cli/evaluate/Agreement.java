package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In what a coded event agrees with a gold event. A result of null says that the gold has nothing to agree with. */
final class Agreement {
    private static final int FULL_DATE = 10;
    private static final int DAYS_APART = 2;
    private static final int SHORTEST_EVIDENCE = 4;
    private static final double SHARED_WORDS = 0.75;
    private static final Set<String> TOLD_AS_TRUE = Set.of("OCCURRED", "CLAIMED");

    private Agreement() {}

    /** Whether a sentence of the coded event is the sentence that states the gold event, by the words they share. */
    static boolean evidence(GoldEvent gold, JsonNode coded) {
        Set<String> stated = Names.words(gold.text("evidence"));
        for (JsonNode sentence : coded.path("evidence")) {
            if (shared(stated, Names.words(sentence.asText())) >= SHARED_WORDS) {
                return true;
            }
        }
        return false;
    }

    private static double shared(Set<String> one, Set<String> other) {
        int shorter = Math.min(one.size(), other.size());
        if (shorter < SHORTEST_EVIDENCE) {
            return 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / shorter;
    }

    /** Whether the place, or the division it lies in, bears one of the gold names. */
    static boolean place(GoldEvent gold, JsonNode coded) {
        for (JsonNode name : gold.get("place")) {
            for (String field : List.of("name", "text", "city", "admin1")) {
                JsonNode told = coded.path("place").path(field);
                if (told.isTextual() && Names.agree(name.asText(), told.textValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Like {@link #place}, for the list of fields. */
    static @Nullable Boolean placeField(GoldEvent gold, JsonNode coded) {
        return gold.has("place") ? place(gold, coded) : null;
    }

    static @Nullable Boolean country(GoldEvent gold, JsonNode holder) {
        return gold.has("country")
                ? gold.text("country").equals(holder.path("country").asText())
                : null;
    }

    /** Whether both give full dates that lie further apart than reports of one event do. */
    static boolean datesClash(GoldEvent gold, JsonNode coded) {
        String right = gold.text("date");
        String told = start(coded);
        if (right.length() < FULL_DATE || told.isEmpty()) {
            return false;
        }
        try {
            long apart = ChronoUnit.DAYS.between(day(right), day(told));
            return Math.abs(apart) > DAYS_APART;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date.length() > FULL_DATE ? date.substring(0, FULL_DATE) : date);
    }

    static @Nullable Boolean date(GoldEvent gold, JsonNode coded) {
        if (!gold.has("date")) {
            return null;
        }
        String told = start(coded);
        return gold.allowed("date").stream().anyMatch(date -> told.startsWith(begin(date.asText())))
                || (told.isEmpty() && gold.mayBeEmpty("date"));
    }

    private static String begin(String date) {
        return date.substring(0, Math.min(FULL_DATE, date.length()));
    }

    private static String start(JsonNode coded) {
        return coded.path("date").path("start").isTextual()
                ? coded.path("date").path("start").textValue()
                : "";
    }

    static @Nullable Boolean status(GoldEvent gold, JsonNode coded) {
        if (!gold.has("status")) {
            return null;
        }
        String told = coded.path("status").asText("");
        return isAllowed(gold, "status", coded.path("status"))
                || (TOLD_AS_TRUE.contains(told) && TOLD_AS_TRUE.contains(gold.text("status")));
    }

    /** Whether an actor is one of the gold's; where the gold names none, whether the coder names none. */
    static @Nullable Boolean actor(GoldEvent gold, String field, JsonNode actor) {
        boolean nobody = Names.of(actor).isEmpty();
        if (gold.has(field)) {
            return Names.agree(gold.allowed(field), List.of(actor)) || (nobody && gold.mayBeEmpty(field));
        }
        return nobody ? Boolean.TRUE : null;
    }

    /** Whether the value of a field is one that is right. */
    static @Nullable Boolean oneOf(GoldEvent gold, String field, JsonNode value) {
        return gold.allowed(field).isEmpty()
                ? null
                : isAllowed(gold, field, value) || (isAbsent(value) && gold.mayBeEmpty(field));
    }

    static boolean isAllowed(GoldEvent gold, String field, JsonNode value) {
        return gold.allowed(field).stream().anyMatch(right -> same(right, value));
    }

    /** Whether a figure is the gold's or one of its alternatives; null where neither side has one. */
    static @Nullable Boolean count(GoldEvent gold, String field, JsonNode count) {
        JsonNode value = best(count);
        boolean unstated = isAbsent(gold.get(field));
        if (unstated && isAbsent(value)) {
            return null;
        }
        return isAllowed(gold, field, value) || (isAbsent(value) && gold.mayBeEmpty(field));
    }

    /** Whether there is a figure and it is right. */
    static boolean hasRightCount(GoldEvent gold, String field, JsonNode count) {
        return !isAbsent(best(count)) && Boolean.TRUE.equals(count(gold, field, count));
    }

    /** The figure of a count, which may be a bare number. */
    static JsonNode best(JsonNode count) {
        if (count.isObject()) {
            return count.path("best");
        }
        return isAbsent(count) ? MissingNode.getInstance() : count;
    }

    static boolean isAbsent(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() ? one.doubleValue() == other.doubleValue() : one.equals(other);
    }
}
