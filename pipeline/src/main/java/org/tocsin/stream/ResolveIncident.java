package org.tocsin.stream;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.incident.BlockLedger;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.IncidentLedger;
import org.tocsin.schema.ArticleReport;

/** Takes what articles report about a country and tells how its incidents change; the key of a change is the incident's id. */
final class ResolveIncident implements Processor<String, ArticleReport, String, IncidentChange> {
    private ProcessorContext<String, IncidentChange> out;
    private IncidentLedger ledger;

    @Override
    public void init(ProcessorContext<String, IncidentChange> context) {
        out = context;
        ledger = new BlockLedger(
                new StoreView<>(context.getStateStore(Stores.MENTIONS)),
                new StoreView<>(context.getStateStore(Stores.INCIDENTS)),
                new StoreView<>(context.getStateStore(Stores.ARTICLE_BLOCKS)));
    }

    @Override
    public void process(Record<String, ArticleReport> item) {
        for (IncidentChange change : ledger.apply(item.value())) {
            out.forward(item.withKey(change.after().getIncidentId()).withValue(change));
        }
    }
}
