package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tocsin.serve.query.Paging;
import org.tocsin.serve.query.Paging.Direction;
import org.tocsin.serve.query.Paging.Sort;

/** The parameters that say which page of which order is answered. */
public final class PagingParameters {
    /** How many items are answered where nothing is said. */
    public static final int USUAL = 100;

    /** The most items that are answered at once. */
    public static final int MOST = 10_000;

    private static final String NEWEST_FIRST = "-reported_at";

    /** What comes first. */
    public static final Parameter<Paging> SORT = Parameter.of(
                    "sort",
                    JsonSchemas.oneOf(orders()),
                    "What the items are ordered by; with - the highest first. Items without a value come last.",
                    "-killed",
                    PagingParameters::order)
            .orElse(order(NEWEST_FIRST), TextNode.valueOf(NEWEST_FIRST));

    /** Most items. */
    public static final Parameter<Integer> LIMIT =
            Parameter.wholeNumber("limit", 1, MOST, "Most items to answer.", 10).orElse(USUAL, IntNode.valueOf(USUAL));

    /** Most items, for callers that may ask for more than there can be: OGC API Features cuts instead of refusing. */
    static final Parameter<Integer> CUT_LIMIT = Parameter.of(
                    "limit",
                    JsonSchemas.wholeNumber(1, MOST),
                    "Most items to answer; above " + MOST + " it is cut to that.",
                    "10",
                    text -> Math.min(MOST, unlimited(text)))
            .orElse(USUAL, IntNode.valueOf(USUAL));

    /** Where the page before ended. */
    public static final Parameter<String> CURSOR = Parameter.text(
            "cursor",
            "Where the page before ended: meta.next of that page, with all other parameters as they were.",
            "eyJhIjoxfQ");

    private PagingParameters() {}

    /**
     * The page that a request asks for.
     *
     * @throws Problem 400 if a value is wrong
     */
    public static Paging paging(QueryParameters parameters) {
        return paging(parameters, parameters.get(LIMIT));
    }

    static Paging paging(QueryParameters parameters, int limit) {
        Paging order = parameters.get(SORT);
        return new Paging(
                order.sort(), order.direction(), limit, parameters.find(CURSOR).orElse(null));
    }

    private static int unlimited(String text) {
        if (!text.matches("0*[1-9][0-9]{0,8}")) {
            throw new Parameter.Unreadable("it is a whole number from 1 on");
        }
        return Integer.parseInt(text);
    }

    private static List<String> orders() {
        List<String> orders = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            String label = sort.name().toLowerCase(Locale.ROOT);
            orders.add(label);
            orders.add("-" + label);
        }
        return orders;
    }

    /** The order of a text; the other parts of the page are filled in later. */
    private static Paging order(String text) {
        String known = NearMiss.check(text, orders());
        boolean highestFirst = known.startsWith("-");
        String label = highestFirst ? known.substring(1) : known;
        Sort sort = Arrays.stream(Sort.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst()
                .orElseThrow();
        return new Paging(sort, highestFirst ? Direction.DESCENDING : Direction.ASCENDING, USUAL, null);
    }
}
