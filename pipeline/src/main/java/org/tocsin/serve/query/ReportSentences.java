package org.tocsin.serve.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventView;
import org.tocsin.incident.StoreKey;
import org.tocsin.schema.Incident;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StoreName;

/** The sentences of the reports of an incident, from the store of accounts, which keeps them in the incident's own partition. */
final class ReportSentences {
    private final Supplier<PartitionedStores> stores;

    ReportSentences(Supplier<PartitionedStores> stores) {
        this.stores = stores;
    }

    /**
     * The sentences of the events that an incident is made of, each once.
     *
     * @param key the incident's key in the store of incidents, which begins with the country
     */
    List<String> of(int partition, String key, Incident incident) {
        String country = StoreKey.segments(key).get(0);
        Set<String> events = new HashSet<>(incident.getEventIds());
        List<String> sentences = new ArrayList<>();
        for (String article : incident.getArticleIds()) {
            stores.get()
                    .get(StoreName.ARTICLE_ACCOUNTS, partition, StoreKey.of(country, article))
                    .ifPresent(accounts -> accounts.getReport().getEvents().stream()
                            .filter(event -> events.contains(event.getEventId()))
                            .map(event -> EventView.of((SpecificRecord) event.getEvent()))
                            .forEach(event -> sentences.addAll(event.evidence())));
        }
        return sentences.stream().distinct().toList();
    }
}
