package org.tocsin.incident;

import org.tocsin.schema.ArticleAccounts;
import org.tocsin.schema.Incident;

/**
 * What a ledger keeps.
 *
 * @param articles what each article says and which incidents it reports; keys are country and article
 * @param index where accounts are found; keys are country, family, lane, day and article, values the article
 * @param incidents the incidents, those merged and retracted included; keys are country and incident
 */
public record LedgerStores(
        SortedStore<ArticleAccounts> articles, SortedStore<String> index, SortedStore<Incident> incidents) {
    /** Empty stores in memory. */
    public static LedgerStores inMemory() {
        return new LedgerStores(new InMemoryStore<>(), new InMemoryStore<>(), new InMemoryStore<>());
    }
}
