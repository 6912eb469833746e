package org.tocsin.serve;

import java.util.ArrayList;
import java.util.List;

/** The columns of CSV answers, in their order. */
final class Tables {
    private static final List<Column> WHEN_AND_WHERE = List.of(
            Column.at("date_start", "/date/start"),
            Column.at("date_end", "/date/end"),
            Column.at("date_precision", "/date/precision"),
            Column.at("place", "/place/name"),
            Column.at("admin1", "/place/admin1"),
            Column.at("country", "/place/country"),
            Column.at("latitude", "/place/lat"),
            Column.at("longitude", "/place/lon"),
            Column.at("geonames_id", "/place/geonames_id"),
            Column.at("place_precision", "/place/precision"));

    private static final List<Column> WHO_AND_HOW = List.of(
            Column.of("status"),
            Column.at("attacker", "/attacker/name"),
            Column.at("attacker_country", "/attacker/country"),
            Column.of("method"),
            Column.at("target", "/target/text"),
            Column.at("target_kind", "/target/kind"),
            Column.of("change"),
            Column.at("speaker", "/speaker/name"),
            Column.at("speaker_country", "/speaker/country"),
            Column.of("act"),
            Column.each("targets", "/targets", "name"));

    private static final List<Column> PEOPLE = List.of(
            Column.at("killed", "/killed/best"),
            Column.at("killed_low", "/killed/low"),
            Column.at("killed_high", "/killed/high"),
            Column.at("injured", "/injured/best"),
            Column.at("injured_low", "/injured/low"),
            Column.at("injured_high", "/injured/high"),
            Column.at("missing", "/missing/best"),
            Column.at("captured", "/captured/best"),
            Column.at("displaced", "/displaced/best"));

    /** Columns of events. */
    static final List<Column> EVENTS = joined(
            List.of(
                    Column.of("event_id"),
                    Column.of("event_type"),
                    Column.of("article_id"),
                    Column.of("url"),
                    Column.of("source"),
                    Column.of("published_at")),
            WHEN_AND_WHERE,
            WHO_AND_HOW,
            List.of(
                    Column.at("by", "/by/name"),
                    Column.at("actor", "/actor/name"),
                    Column.at("weapon", "/weapon/text"),
                    Column.at("weapon_system", "/weapon/system")),
            PEOPLE,
            List.of(
                    Column.of("scope"),
                    Column.of("what"),
                    Column.at("count", "/count/best"),
                    Column.at("launched", "/launched/best"),
                    Column.of("quote"),
                    Column.of("content"),
                    Column.of("evidence"),
                    Column.of("plover_event"),
                    Column.of("plover_mode"),
                    Column.of("cameo_code"),
                    Column.of("acled_event_type"),
                    Column.of("acled_sub_event_type"),
                    Column.of("confidence"),
                    Column.of("rule")));

    /** Columns of incidents. */
    static final List<Column> INCIDENTS = joined(
            List.of(
                    Column.of("incident_id"),
                    Column.of("event_type"),
                    Column.of("revision"),
                    Column.of("revision_status")),
            WHEN_AND_WHERE,
            WHO_AND_HOW,
            PEOPLE,
            List.of(
                    Column.at("intercepted", "/intercepted/best"),
                    Column.at("launched", "/launched/best"),
                    Column.of("independent_sources"),
                    Column.of("sources"),
                    Column.of("confidence"),
                    Column.of("first_reported_at"),
                    Column.of("last_reported_at"),
                    Column.of("known_at"),
                    Column.of("reason"),
                    Column.of("event_ids"),
                    Column.of("article_ids")));

    /** Columns of mentions. */
    static final List<Column> MENTIONS = List.of(
            Column.of("event_id"),
            Column.of("article_id"),
            Column.of("url"),
            Column.of("source"),
            Column.of("published_at"),
            Column.of("sentence"),
            Column.of("start"));

    private Tables() {}

    /** One column for each name. */
    static List<Column> of(List<String> names) {
        return names.stream().map(Column::of).toList();
    }

    @SafeVarargs
    private static List<Column> joined(List<Column>... parts) {
        List<Column> all = new ArrayList<>();
        for (List<Column> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
