package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;

/**
 * Whether an event or incident meets the conditions of a {@link Filter}. What is unknown about it meets no condition on that,
 * but {@code asOf}: what carries no time was always known. Two conditions are not decided here: {@link Filter#incidentId()}, since a report does not know its incident, and which revision of an
 * incident was known at {@link Filter#asOf()}; of both the caller takes care. Immutable.
 */
public final class Conditions implements Predicate<Traits> {
    private final Filter filter;
    private final List<Predicate<Traits>> conditions = new ArrayList<>();

    private Conditions(Filter filter) {
        this.filter = filter;
        addPlain();
        addPeople();
        filter.box().ifPresent(box -> conditions.add(item -> isIn(box, item.place())));
        List<String> words = filter.words().stream()
                .flatMap(text -> Arrays.stream(Vocabulary.words(text)))
                .filter(word -> !word.isEmpty())
                .toList();
        if (!words.isEmpty()) {
            conditions.add(item -> holdsAll(words, item));
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
        oneOf(filter.divisions(), item -> Divisions.of(item.place()));
        oneOf(filter.methods(), Traits::method);
        oneOf(filter.statuses(), Traits::status);
        filter.from().ifPresent(day -> conditions.add(item -> isFrom(day, item.lastDay())));
        filter.to().ifPresent(day -> conditions.add(item -> isUntil(day, item.firstDay())));
        filter.minKilled().ifPresent(least -> conditions.add(item -> isAtLeast(least, item.killed())));
        filter.minInjured().ifPresent(least -> conditions.add(item -> isAtLeast(least, item.injured())));
        // as precise as the rows of the index keep it
        filter.minConfidence().ifPresent(least -> conditions.add(item -> isAtLeast((float) least, item.confidence())));
        filter.updatedSince().ifPresent(moment -> conditions.add(item -> isSince(moment, item.knownAt())));
        filter.asOf().ifPresent(moment -> conditions.add(item -> isKnownBy(moment, item.knownAt())));
        filter.articleId()
                .ifPresent(article -> conditions.add(item -> item.articles().contains(article)));
        filter.source()
                .ifPresent(
                        source -> conditions.add(item -> item.sources().stream().anyMatch(source::equalsIgnoreCase)));
    }

    private void addPeople() {
        filter.actor().ifPresent(wanted -> conditions.add(item -> isAny(wanted, item.actors())));
        filter.speaker()
                .ifPresent(wanted -> conditions.add(
                        item -> isAny(wanted, Stream.ofNullable(item.speaker()).toList())));
        filter.target()
                .ifPresent(wanted -> conditions.add(item -> isAny(wanted, item.addressees())
                        || item.target() != null && Party.of(item.target()).isMeantBy(wanted)));
    }

    private static boolean isAny(String wanted, List<Actor> actors) {
        return actors.stream().map(Party::of).anyMatch(party -> party.isMeantBy(wanted));
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
        return known == null || !known.isAfter(moment);
    }

    private static boolean isAtLeast(double least, @Nullable Number value) {
        return value != null && value.floatValue() >= (float) least;
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

    private static boolean holdsAll(List<String> beginnings, Traits item) {
        TreeSet<String> words = new TreeSet<>();
        texts(item).forEach(text -> words.addAll(List.of(Vocabulary.words(text))));
        return beginnings.stream().allMatch(beginning -> {
            String word = words.ceiling(beginning);
            return word != null && word.startsWith(beginning);
        });
    }

    static List<String> texts(Traits item) {
        List<@Nullable String> texts = new ArrayList<>(item.sentences());
        Place place = item.place();
        if (place != null) {
            texts.addAll(Arrays.asList(place.getName(), place.getText(), place.getAdmin1()));
        }
        List<Actor> named = new ArrayList<>(item.actors());
        named.addAll(item.addressees());
        for (Actor actor : named) {
            texts.addAll(Arrays.asList(actor.getName(), actor.getText(), actor.getRole(), actor.getOrganization()));
        }
        Target target = item.target();
        if (target != null) {
            texts.addAll(Arrays.asList(
                    target.getText(),
                    target.getKind() == null ? null : target.getKind().name()));
        }
        return texts.stream().flatMap(Stream::ofNullable).toList();
    }

    /** A trait that is compared as a whole. */
    private interface Value {
        @Nullable
        String of(Traits item);
    }
}
