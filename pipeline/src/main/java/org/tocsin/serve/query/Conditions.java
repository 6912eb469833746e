package org.tocsin.serve.query;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;

/**
 * Whether an event or incident meets the conditions of a {@link Filter}. What is unknown about it meets no condition on that. Two
 * conditions are not decided here: {@link Filter#incidentId()}, since a report does not know its incident, and which revision of an
 * incident was known at {@link Filter#asOf()}; of both the caller takes care. Immutable.
 */
public final class Conditions implements Predicate<Traits> {
    /** The country of what has none. */
    public static final String NO_COUNTRY = "ZZ";

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");

    private final Filter filter;
    private final List<Predicate<Traits>> conditions = new ArrayList<>();

    private Conditions(Filter filter) {
        this.filter = filter;
        addPlain();
        addPeople();
        filter.box().ifPresent(box -> conditions.add(item -> isIn(box, item.place())));
        Set<String> words = filter.words();
        if (!words.isEmpty()) {
            List<String> folded = words.stream().map(Conditions::folded).toList();
            conditions.add(item -> holdsAll(folded, item));
        }
    }

    /** The conditions of a filter. */
    public static Conditions of(Filter filter) {
        return new Conditions(filter);
    }

    /** The filter that the conditions come from. */
    public Filter filter() {
        return filter;
    }

    @Override
    public boolean test(Traits item) {
        for (Predicate<Traits> condition : conditions) {
            if (!condition.test(item)) {
                return false;
            }
        }
        return true;
    }

    private void addPlain() {
        oneOf(filter.eventTypes(), Traits::eventType);
        oneOf(filter.countries(), Traits::country);
        oneOf(filter.divisions(), Traits::division);
        oneOf(filter.methods(), Traits::method);
        oneOf(filter.statuses(), Traits::status);
        filter.from().ifPresent(day -> conditions.add(item -> isFrom(day, item.lastDay())));
        filter.to().ifPresent(day -> conditions.add(item -> isUntil(day, item.firstDay())));
        filter.minKilled().ifPresent(least -> conditions.add(item -> isAtLeast(least, item.killed())));
        filter.minInjured().ifPresent(least -> conditions.add(item -> isAtLeast(least, item.injured())));
        filter.minConfidence().ifPresent(least -> conditions.add(item -> isAtLeast(least, item.confidence())));
        filter.updatedSince().ifPresent(moment -> conditions.add(item -> isSince(moment, item.knownAt())));
        filter.asOf().ifPresent(moment -> conditions.add(item -> isKnownBy(moment, item.knownAt())));
        filter.articleId()
                .ifPresent(article -> conditions.add(item -> item.articles().contains(article)));
        filter.source()
                .ifPresent(
                        source -> conditions.add(item -> item.sources().stream().anyMatch(source::equalsIgnoreCase)));
    }

    private void addPeople() {
        filter.actor().map(Wanted::of).ifPresent(wanted -> conditions.add(item -> wanted.is(item.actor())));
        filter.speaker().map(Wanted::of).ifPresent(wanted -> conditions.add(item -> wanted.is(item.speaker())));
        filter.target()
                .map(Wanted::of)
                .ifPresent(wanted -> conditions.add(
                        item -> item.addressees().stream().anyMatch(wanted::is) || wanted.is(item.target())));
    }

    private void oneOf(Set<String> wanted, Value value) {
        if (!wanted.isEmpty()) {
            conditions.add(item -> {
                String found = value.of(item);
                return found != null && wanted.contains(found);
            });
        }
    }

    private static boolean isFrom(LocalDate day, @Nullable LocalDate last) {
        return last != null && !last.isBefore(day);
    }

    private static boolean isUntil(LocalDate day, @Nullable LocalDate first) {
        return first != null && !first.isAfter(day);
    }

    private static boolean isSince(Instant moment, @Nullable Instant known) {
        return known != null && !known.isBefore(moment);
    }

    private static boolean isKnownBy(Instant moment, @Nullable Instant known) {
        return known != null && !known.isAfter(moment);
    }

    private static boolean isAtLeast(double least, @Nullable Number value) {
        return value != null && value.doubleValue() >= least;
    }

    private static boolean isIn(Filter.Box box, @Nullable Place place) {
        if (place == null || place.getLat() == null || place.getLon() == null) {
            return false;
        }
        double lat = place.getLat();
        double lon = place.getLon();
        boolean between = box.west() <= box.east()
                ? box.west() <= lon && lon <= box.east()
                : box.west() <= lon || lon <= box.east();
        return between && box.south() <= lat && lat <= box.north();
    }

    private static boolean holdsAll(List<String> words, Traits item) {
        StringBuilder text = new StringBuilder();
        item.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        append(text, item.place());
        append(text, item.actor());
        append(text, item.speaker());
        item.addressees().forEach(addressee -> append(text, addressee));
        Target target = item.target();
        if (target != null) {
            text.append(target.getText()).append('\n');
        }
        String folded = folded(text.toString());
        return words.stream().allMatch(word -> holds(folded, word));
    }

    private static void append(StringBuilder text, @Nullable Place place) {
        if (place != null) {
            text.append(place.getName()).append('\n');
            text.append(place.getText() == null ? "" : place.getText()).append('\n');
            text.append(place.getAdmin1() == null ? "" : place.getAdmin1()).append('\n');
        }
    }

    private static void append(StringBuilder text, @Nullable Actor actor) {
        if (actor != null) {
            text.append(actor.getName()).append('\n');
            text.append(actor.getText() == null ? "" : actor.getText()).append('\n');
        }
    }

    /** Whether a word of the text begins with the one that is searched: {@code drone} finds drones, {@code ran} does not find Iran. */
    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Lower case without marks on letters, so that Erdogan finds Erdoğan. */
    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    /** A trait that is compared as a whole. */
    private interface Value {
        @Nullable
        String of(Traits item);
    }

    /**
     * Who or what is wanted.
     *
     * @param part part of a name, folded
     * @param country code of a country, where the wanted text can be one
     */
    private record Wanted(String part, @Nullable String country) {
        static Wanted of(String text) {
            return new Wanted(folded(text), COUNTRY_CODE.matcher(text).matches() ? text : null);
        }

        /** A code stands for the country alone: two letters are part of too many names. */
        boolean is(@Nullable Actor actor) {
            if (actor == null) {
                return false;
            }
            return country != null
                    ? country.equals(actor.getCountry()) || country.equals(actor.getName())
                    : folded(actor.getName()).contains(part);
        }

        boolean is(@Nullable Target target) {
            if (target == null || country != null) {
                return false;
            }
            return folded(target.getText()).contains(part)
                    || target.getKind() != null
                            && target.getKind().name().toLowerCase(Locale.ROOT).equals(part);
        }
    }
}
