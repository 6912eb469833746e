package org.tocsin.stream;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.IncidentLedger;
import org.tocsin.incident.LedgerStores;
import org.tocsin.incident.ReportLedger;
import org.tocsin.schema.ArticleReport;

/** Takes what articles report about a country and tells how its incidents change; the key of a change is the incident's id. */
final class ResolveIncident implements Processor<String, ArticleReport, String, IncidentChange> {
    private final Duration closeAfter;
    private ProcessorContext<String, IncidentChange> out;
    private IncidentLedger ledger;

    ResolveIncident(Duration closeAfter) {
        this.closeAfter = closeAfter;
    }

    @Override
    public void init(ProcessorContext<String, IncidentChange> context) {
        out = context;
        ledger = new ReportLedger(
                new LedgerStores(
                        new StoreView<>(context.getStateStore(Stores.ARTICLE_ACCOUNTS)),
                        new StoreView<>(context.getStateStore(Stores.ACCOUNT_INDEX)),
                        new StoreView<>(context.getStateStore(Stores.INCIDENTS))),
                closeAfter);
    }

    @Override
    public void process(Record<String, ArticleReport> item) {
        for (IncidentChange change : ledger.apply(item.value())) {
            out.forward(item.withKey(change.after().getIncidentId()).withValue(change));
        }
    }
}
