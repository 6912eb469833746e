package org.tocsin.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;

/** Reads the past out of the revisions of incidents. */
public final class RevisionLog {
    private RevisionLog() {}

    /** Whether an incident stands for itself: neither merged into another nor retracted. */
    public static boolean stands(Incident incident) {
        return incident.getMergedInto() == null && incident.getRevisionStatus() != RevisionStatus.RETRACTED;
    }

    /**
     * The incidents as they were known at a moment: of each the last revision made by then, if it stood; those reported first first.
     *
     * @param revisions revisions of any incidents, in any order
     * @param moment the moment, itself included
     */
    public static List<Incident> asOf(Collection<Incident> revisions, Instant moment) {
        Map<String, Incident> latest = new TreeMap<>();
        for (Incident revision : revisions) {
            if (revision.getKnownAt() == null || !revision.getKnownAt().isAfter(moment)) {
                latest.merge(
                        revision.getIncidentId(),
                        revision,
                        (one, other) -> one.getRevision() > other.getRevision() ? one : other);
            }
        }
        return latest.values().stream()
                .filter(RevisionLog::stands)
                .sorted(Comparator.comparing(Incident::getFirstReportedAt).thenComparing(Incident::getIncidentId))
                .toList();
    }
}
