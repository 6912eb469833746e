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
import org.tocsin.schema.Incident;
import org.tocsin.stream.meter.StreamMeters;

/**
 * Takes what articles report about a country, tells how its incidents change and keeps every revision; the key of a change is the
 * incident's id.
 */
final class ResolveIncident implements Processor<String, ArticleReport, String, IncidentChange> {
    private final Duration closeAfter;
    private final StoreFeed feed;
    private final StreamMeters meters;
    private ProcessorContext<String, IncidentChange> out;
    private StoreFeed.Told<Incident> incidents;
    private StoreFeed.Told<Incident> revisions;
    private IncidentLedger ledger;

    ResolveIncident(Duration closeAfter, StoreFeed feed, StreamMeters meters) {
        this.closeAfter = closeAfter;
        this.feed = feed;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, IncidentChange> context) {
        out = context;
        incidents = feed.open(context, StoreName.INCIDENTS);
        revisions = feed.open(context, StoreName.REVISIONS);
        ledger = new ReportLedger(
                new LedgerStores(
                        new StoreView<>(context.getStateStore(Stores.ARTICLE_ACCOUNTS)),
                        new StoreView<>(context.getStateStore(Stores.ACCOUNT_INDEX)),
                        new ToldView<>(incidents)),
                closeAfter);
    }

    @Override
    public void process(Record<String, ArticleReport> item) {
        for (IncidentChange change : ledger.apply(item.value())) {
            Incident after = change.after();
            meters.revision(after.getRevisionStatus());
            revisions.put(Stores.revisionKey(after.getIncidentId(), after.getRevision()), after);
            out.forward(item.withKey(after.getIncidentId()).withValue(change));
        }
    }

    @Override
    public void close() {
        incidents.close();
        revisions.close();
    }
}
