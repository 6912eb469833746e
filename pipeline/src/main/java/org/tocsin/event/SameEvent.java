package org.tocsin.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.tocsin.schema.Attribution;

/** Joins the mentions that tell the same event of an article; what makes two the same is each event type's own rule. */
public final class SameEvent {
    /** How many of the latest mentions of a group a new one is compared with, so that long texts stay linear. */
    static final int COMPARED_MENTIONS = 40;

    /** How many of the latest groups a mention may join. */
    static final int COMPARED_GROUPS = 100;

    private SameEvent() {}

    /**
     * Groups of mentions of the same event, each in the order of the text, the groups in that of their first mention. A mention
     * joins the latest group that it belongs to, since articles take up what they told last.
     *
     * @param readings the mentions in the order of the text
     * @param belongs whether a mention tells the same event as a group, of which it sees the latest mentions
     */
    public static <R> List<List<R>> group(List<R> readings, BiPredicate<R, List<R>> belongs) {
        List<List<R>> groups = new ArrayList<>();
        for (R reading : readings) {
            latest(groups, reading, belongs).add(reading);
        }
        return groups;
    }

    /** Who says so, each told once, with the characters where it is said first. */
    public static List<Anchored<Attribution>> distinct(Stream<Anchored<Attribution>> attributions) {
        Map<Attribution, Anchored<Attribution>> distinct = new LinkedHashMap<>();
        attributions.forEach(said -> distinct.putIfAbsent(said.value(), said));
        return List.copyOf(distinct.values());
    }

    private static <R> List<R> latest(List<List<R>> groups, R reading, BiPredicate<R, List<R>> belongs) {
        int oldest = Math.max(0, groups.size() - COMPARED_GROUPS);
        for (int i = groups.size() - 1; i >= oldest; i--) {
            List<R> group = groups.get(i);
            if (belongs.test(reading, group.subList(Math.max(0, group.size() - COMPARED_MENTIONS), group.size()))) {
                return group;
            }
        }
        List<R> opened = new ArrayList<>();
        groups.add(opened);
        return opened;
    }
}
