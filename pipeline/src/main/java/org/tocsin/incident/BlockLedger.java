package org.tocsin.incident;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventView;
import org.tocsin.schema.ArticleBlocks;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Incident;

/**
 * A ledger that keeps all reported events in blocks of one country, day and family, and resolves the blocks that a report touches
 * anew from all their events. Threats, plans, conditionals and totals over several events are no incidents and are left out.
 * Not thread-safe.
 */
public final class BlockLedger implements IncidentLedger {
    private static final Set<EventStatus> NOT_HAPPENED =
            EnumSet.of(EventStatus.THREATENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL);

    private final SortedStore<EventEnvelope> mentions;
    private final SortedStore<Incident> incidents;
    private final SortedStore<ArticleBlocks> articles;

    /**
     * A ledger over three stores, all of them empty or left by an earlier ledger.
     *
     * @param mentions the events that stand; keys are country, day, family, article and event
     * @param incidents the incidents, those merged and retracted included; keys are country, day, family and incident
     * @param articles which events each article has; keys are country and article
     */
    public BlockLedger(
            SortedStore<EventEnvelope> mentions, SortedStore<Incident> incidents, SortedStore<ArticleBlocks> articles) {
        this.mentions = mentions;
        this.incidents = incidents;
        this.articles = articles;
    }

    @Override
    public List<IncidentChange> apply(ArticleReport report) {
        List<IncidentChange> changes = new ArrayList<>();
        for (Map.Entry<String, Block> touched : replace(report).entrySet()) {
            changes.addAll(resolve(touched.getValue()));
        }
        return changes;
    }

    /** Puts the article's events in place of its former ones; returns the blocks of both by their prefixes. */
    private Map<String, Block> replace(ArticleReport report) {
        Map<String, Block> touched = new TreeMap<>();
        String articleKey = StoreKey.of(report.getCountry(), report.getArticleId());
        ArticleBlocks former = articles.get(articleKey);
        if (former != null) {
            for (String key : former.getMentionKeys()) {
                mentions.delete(key);
                Block block = Block.ofKey(key);
                touched.put(block.prefix(), block);
            }
        }
        Set<String> keys = new TreeSet<>();
        for (Account account : Account.ofArticle(happened(report.getEvents()))) {
            Block block = Block.of(account);
            touched.put(block.prefix(), block);
            for (EventEnvelope event : account.events()) {
                mentions.put(block.mentionKey(event), event);
                keys.add(block.mentionKey(event));
            }
        }
        if (keys.isEmpty()) {
            articles.delete(articleKey);
        } else {
            articles.put(articleKey, new ArticleBlocks(List.copyOf(keys)));
        }
        return touched;
    }

    private List<IncidentChange> resolve(Block block) {
        List<EventEnvelope> reported = values(mentions.withPrefix(block.prefix()));
        List<Incident> known = values(incidents.withPrefix(block.prefix()));
        List<List<Account>> groups =
                AccountGroups.of(Account.of(reported), block.family().rule());
        List<IncidentChange> changes = new Lineage(block, known).changes(groups);
        for (IncidentChange change : changes) {
            incidents.put(block.incidentKey(change.after().getIncidentId()), change.after());
        }
        return changes;
    }

    private static <V> List<V> values(List<Map.Entry<String, V>> entries) {
        return entries.stream().map(Map.Entry::getValue).toList();
    }

    private static List<EventEnvelope> happened(List<EventEnvelope> events) {
        return events.stream()
                .filter(event -> isIncident((SpecificRecord) event.getEvent()))
                .collect(Collectors.toList());
    }

    private static boolean isIncident(SpecificRecord event) {
        boolean total = event instanceof Casualty toll && toll.getScope() == CasualtyScope.CUMULATIVE;
        return !total
                && !(EventView.of(event).get("status") instanceof EventStatus status && NOT_HAPPENED.contains(status));
    }
}
