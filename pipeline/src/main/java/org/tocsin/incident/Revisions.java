package org.tocsin.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Count;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;

/** Makes the next revision of an incident and says what kind of change it is. */
final class Revisions {
    private static final List<Function<Incident, @Nullable Count>> FIGURES = List.of(
            Incident::getKilled,
            Incident::getInjured,
            Incident::getMissing,
            Incident::getCaptured,
            Incident::getDisplaced,
            Incident::getIntercepted,
            Incident::getLaunched);

    private Revisions() {}

    /**
     * The change to new content; empty where it is the content that stands.
     *
     * @param before the last revision under the identifier; null where there is none
     * @param content the content now
     * @param merged the incidents that are merged into it with this change
     * @param living identifiers of the incidents that stand after the change; an incident that was merged and now stands again for
     *     itself is no longer part of this one
     * @param report what made the change
     */
    static Optional<IncidentChange> next(
            @Nullable Incident before,
            Incident content,
            Collection<Incident> merged,
            Set<String> living,
            Report report) {
        if (before == null || !RevisionLog.stands(before)) {
            int revision = before == null ? 1 : before.getRevision() + 1;
            Incident after = Incident.newBuilder(content)
                    .setRevision(revision)
                    .setMergedFrom(mergedFrom(content, merged, living))
                    .setReason(report.words())
                    .setKnownAt(report.knownAt())
                    .build();
            return Optional.of(new IncidentChange(before, after));
        }
        Incident same = Incident.newBuilder(content)
                .setMergedFrom(mergedFrom(before, merged, living))
                .setRevision(before.getRevision())
                .setRevisionStatus(before.getRevisionStatus())
                .setChanged(before.getChanged())
                .setReason(before.getReason())
                .setKnownAt(before.getKnownAt())
                .build();
        if (isSame(same, before)) {
            return Optional.empty();
        }
        Incident after = Incident.newBuilder(same)
                .setRevision(before.getRevision() + 1)
                .setRevisionStatus(kind(before, same, merged))
                .setChanged(FieldChanges.between(before, same))
                .setReason(reason(report, merged))
                .setKnownAt(report.knownAt())
                .build();
        return Optional.of(new IncidentChange(before, after));
    }

    /** Whether two revisions are alike in everything. Avro's own equality fails on arrays that hold optional times, bytes do not. */
    static boolean isSame(Incident one, Incident other) {
        try {
            return one.toByteBuffer().equals(other.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException("An incident cannot be encoded: " + one.getIncidentId(), e);
        }
    }

    /** The change of an incident that turned out to be another: its content goes, the pointer to the survivor stays. */
    static IncidentChange merged(Incident before, String survivor, Report report) {
        Incident after = ended(before, report)
                .setRevisionStatus(RevisionStatus.MERGED)
                .setMergedInto(survivor)
                .setReason("it is the same event as " + survivor + ": " + report.words())
                .build();
        return new IncidentChange(before, after);
    }

    /** The change of an incident that nobody reports any more. */
    static IncidentChange retracted(Incident before, Report report) {
        Incident after = ended(before, report)
                .setRevisionStatus(RevisionStatus.RETRACTED)
                .build();
        return new IncidentChange(before, after);
    }

    private static Incident.Builder ended(Incident before, Report report) {
        return Incident.newBuilder()
                .setIncidentId(before.getIncidentId())
                .setEventType(before.getEventType())
                .setRevision(before.getRevision() + 1)
                .setMergedFrom(before.getMergedFrom())
                .setReason(report.words())
                .setKnownAt(report.knownAt())
                .setFirstReportedAt(before.getFirstReportedAt())
                .setLastReportedAt(before.getLastReportedAt());
    }

    private static String reason(Report report, Collection<Incident> merged) {
        if (merged.isEmpty()) {
            return report.words();
        }
        String others = merged.stream().map(Incident::getIncidentId).collect(Collectors.joining(", "));
        return "it is the same event as " + others + ": " + report.words();
    }

    private static List<String> mergedFrom(Incident before, Collection<Incident> merged, Set<String> living) {
        TreeSet<String> all = new TreeSet<>(before.getMergedFrom());
        merged.forEach(incident -> {
            all.add(incident.getIncidentId());
            all.addAll(incident.getMergedFrom());
        });
        all.removeAll(living);
        return List.copyOf(all);
    }

    private static RevisionStatus kind(Incident before, Incident after, Collection<Incident> merged) {
        if (!merged.isEmpty()) {
            return RevisionStatus.MERGED;
        }
        boolean corrected =
                FIGURES.stream().anyMatch(figure -> Figure.differ(figure.apply(before), figure.apply(after)));
        return corrected ? RevisionStatus.CORRECTED : RevisionStatus.UPDATED;
    }
}
