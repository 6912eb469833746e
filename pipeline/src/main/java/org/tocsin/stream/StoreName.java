package org.tocsin.stream;

import java.util.List;
import org.tocsin.schema.ArticleAccounts;
import org.tocsin.schema.CodedArticle;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;

/**
 * A state store as it is asked from outside of the stream.
 *
 * @param name as Kafka Streams knows it
 * @param values class of its values; keys are texts
 * @param spread what its records are spread over partitions by
 */
public record StoreName<V>(String name, Class<V> values, Spread spread) {
    /** What the coder made of each article; key: article id. */
    public static final StoreName<CodedArticle> CODED_ARTICLES =
            new StoreName<>(Stores.CODED_ARTICLES, CodedArticle.class, Spread.ARTICLE);

    /** The events that stand; key: time of report, {@code /}, event id. */
    public static final StoreName<EventEnvelope> EVENTS =
            new StoreName<>(Stores.EVENTS, EventEnvelope.class, Spread.ARTICLE);

    /** What each article says about a country; key: country and article. */
    public static final StoreName<ArticleAccounts> ARTICLE_ACCOUNTS =
            new StoreName<>(Stores.ARTICLE_ACCOUNTS, ArticleAccounts.class, Spread.COUNTRY);

    /** Where accounts of events are found; key: country, family, lane, day and article. */
    public static final StoreName<String> ACCOUNT_INDEX =
            new StoreName<>(Stores.ACCOUNT_INDEX, String.class, Spread.COUNTRY);

    /** The last revision of every incident, those merged and retracted too; key: country and incident. */
    public static final StoreName<Incident> INCIDENTS =
            new StoreName<>(Stores.INCIDENTS, Incident.class, Spread.COUNTRY);

    /** Every revision of every incident; key: incident and revision. */
    public static final StoreName<Incident> REVISIONS =
            new StoreName<>(Stores.REVISIONS, Incident.class, Spread.INCIDENT);

    /** Totals; key: rollup cell. */
    public static final StoreName<RollupTotals> ROLLUPS =
            new StoreName<>(Stores.ROLLUPS, RollupTotals.class, Spread.CELL);

    /** All stores in the order of the data flow. */
    public static final List<StoreName<?>> ALL =
            List.of(CODED_ARTICLES, EVENTS, ARTICLE_ACCOUNTS, ACCOUNT_INDEX, INCIDENTS, REVISIONS, ROLLUPS);

    /** What the records of a store are spread over partitions by. */
    public enum Spread {
        /** The article's id, by whatever partitioner its publisher uses. */
        ARTICLE,
        /** The country, which begins the key. */
        COUNTRY,
        /** The country, which the key does not tell. */
        INCIDENT,
        /** The whole key. */
        CELL
    }

    /**
     * The store of a name.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest one
     */
    public static StoreName<?> of(String name) {
        return ALL.stream()
                .filter(store -> store.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no store '" + name + "'; did you mean '"
                        + NearestName.of(name, ALL.stream().map(StoreName::name).toList()) + "'?"));
    }
}
