package org.tocsin.serve.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.event.EventView;
import org.tocsin.incident.RevisionLog;
import org.tocsin.schema.Incident;
import org.tocsin.stream.FirstReport;

/**
 * Turns the records of one collection, in their order, into changes. It remembers the latest versions of the items it has seen, a
 * bounded number of them, so that it can say what an item was before. A record that cannot be read is passed over and counted. Not
 * thread-safe.
 */
final class ChangeReader {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeReader.class);

    private final Values values;
    private final Remembered remembered;
    private long unreadable;

    /** Reads the value of a record. */
    @FunctionalInterface
    interface Values {
        /**
         * The event or incident; null where the record has no value.
         *
         * @throws SerializationException if it cannot be read
         */
        @Nullable
        SpecificRecord read(ConsumerRecord<byte[], byte[]> found);
    }

    /**
     * A reader.
     *
     * @param values reads the values of records
     * @param versions how many items it remembers
     */
    ChangeReader(Values values, int versions) {
        this.values = values;
        this.remembered = new Remembered(versions);
    }

    /**
     * The change that a record tells; empty where the record cannot be read.
     *
     * @param slot the partition it comes from, as the feed counts partitions
     * @throws org.tocsin.stream.RegistryUnavailable if the registry does not answer; the record can be tried again
     */
    Optional<Change> read(ConsumerRecord<byte[], byte[]> found, int slot) {
        if (found.key() == null) {
            return passedOver(found, "it has no key");
        }
        SpecificRecord item;
        try {
            item = values.read(found);
        } catch (SerializationException e) {
            return passedOver(found, String.valueOf(e.getMessage()));
        }
        String id = new String(found.key(), java.nio.charset.StandardCharsets.UTF_8);
        Version now = version(item, Instant.ofEpochMilli(found.timestamp()));
        Version before = remembered.put(id, now);
        return Optional.of(new Change(id, now, before(found, item, before), slot, found.offset()));
    }

    /** How many records could not be read. */
    long unreadable() {
        return unreadable;
    }

    private Optional<Change> passedOver(ConsumerRecord<byte[], byte[]> found, String reason) {
        unreadable++;
        LOG.warn("The record {}-{}@{} is passed over: {}", found.topic(), found.partition(), found.offset(), reason);
        return Optional.empty();
    }

    private static Version version(@Nullable SpecificRecord item, Instant arrival) {
        if (item instanceof Incident incident) {
            return new Version(RevisionLog.stands(incident) ? incident : null, arrival);
        }
        Instant published = item == null ? null : EventView.of(item).publishedAt();
        return new Version(item, published == null ? arrival : published);
    }

    private static Change.Before before(
            ConsumerRecord<byte[], byte[]> found, @Nullable SpecificRecord item, @Nullable Version before) {
        if (before != null) {
            return new Change.Before.Known(before);
        }
        boolean first = item instanceof Incident incident
                ? incident.getRevision() == 1
                : item != null && FirstReport.isMarked(found.headers());
        return first ? new Change.Before.Nothing() : new Change.Before.Unknown();
    }

    /** The latest versions, those written last. */
    private static final class Remembered extends LinkedHashMap<String, Version> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Remembered(int most) {
            this.most = most;
        }

        @Override
        public @Nullable Version put(String id, Version version) {
            Version before = remove(id); // so that the entry moves to the end
            super.put(id, version);
            return before;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Version> eldest) {
            return size() > most;
        }
    }
}
