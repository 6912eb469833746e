package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.rollup.RollupClock;
import org.tocsin.rollup.RollupMetric;
import org.tocsin.serve.query.Aggregation;
import org.tocsin.serve.query.Aggregation.Bucket;
import org.tocsin.serve.query.Aggregation.Group;

/** The parameters that say what is summed how. */
final class AggregateParameters {
    /** Which time counts. */
    static final Parameter<RollupClock> CLOCK = Parameter.choice(
            "clock",
            RollupClock.values(),
            "Which time of an incident gives its bucket and is meant by datetime: when it took place, or when it was first reported.",
            RollupClock.OCCURRED);

    /** Width of the buckets. */
    static final Parameter<Bucket> BUCKET = Parameter.choice(
            "bucket",
            Bucket.values(),
            "Width of the buckets of time (UTC); weeks begin on Monday; hour only with clock=reported.",
            Bucket.ALL);

    /** What is grouped by, none to two. */
    static final Parameter<List<Group>> GROUP_BY = Parameter.of(
            "group_by",
            JsonSchemas.list(JsonSchemas.oneOf(labels(Group.values())))
                    .put("minItems", 1)
                    .put("maxItems", 2)
                    .put("uniqueItems", true),
            "What incidents are grouped by, one or two separated by a comma; one group for all where it is not given.",
            "country,event_type",
            AggregateParameters::groups);

    /** The one group of a comparison. */
    static final Parameter<Group> ONE_GROUP = Parameter.choice(
            "group_by",
            Arrays.stream(Group.values()).filter(group -> group != Group.CELL).toArray(Group[]::new),
            "What incidents are grouped by.",
            Group.COUNTRY);

    /** What is summed. */
    static final Parameter<RollupMetric> METRIC = Parameter.choice(
            "metric",
            RollupMetric.values(),
            "What is given as value; rows carry the others too. For people the plain name is the best figure.",
            RollupMetric.EVENTS);

    /** Level of the map. */
    static final Parameter<Integer> ZOOM = Parameter.wholeNumber(
                    "zoom",
                    0,
                    14,
                    "Level of the map's tiles with group_by=cell; each tile is cut in four by four cells.",
                    4)
            .orElse(0, IntNode.valueOf(0));

    /** The largest groups alone. */
    static final Parameter<Integer> TOP = Parameter.wholeNumber(
            "top",
            1,
            PagingParameters.MOST,
            "Only so many groups, those with the largest sum of value over all buckets.",
            10);

    private static final int MOST_GROUPS = 2;

    private AggregateParameters() {}

    /**
     * How a request wants incidents to be summed.
     *
     * @throws Problem 400 if values do not fit together
     */
    static Aggregation aggregation(QueryParameters parameters) {
        Aggregation aggregation = new Aggregation(
                parameters.get(CLOCK),
                parameters.get(BUCKET),
                parameters.find(GROUP_BY).orElse(List.of()),
                parameters.get(ZOOM));
        if (aggregation.bucket() == Bucket.HOUR && aggregation.clock() != RollupClock.REPORTED) {
            throw Problem.badRequest(
                    "The parameter bucket cannot be hour with clock=occurred, since reports tell the day"
                            + " alone; ask for bucket=day or clock=reported");
        }
        return aggregation;
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<Group> groups(String text) {
        List<String> known = labels(Group.values());
        Set<Group> groups = new LinkedHashSet<>();
        for (String each : text.split(",", -1)) {
            groups.add(Group.values()[known.indexOf(NearMiss.check(each, known))]);
        }
        if (groups.size() > MOST_GROUPS || text.chars().filter(c -> c == ',').count() >= groups.size()) {
            throw new Parameter.Unreadable(
                    "it is one or two different groups separated by a comma, for example country,event_type");
        }
        return new ArrayList<>(groups);
    }

    private static List<String> labels(Enum<?>[] constants) {
        return Arrays.stream(constants).map(AggregateParameters::label).toList();
    }
}
