package org.tocsin.incident;

import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Incident;

/**
 * One change of one incident.
 *
 * @param before the revision that stood; null for a new incident
 * @param after the revision that stands now, with its revision number and status; a retracted incident is given with revision
 *     status RETRACTED and no events
 */
public record IncidentChange(@Nullable Incident before, Incident after) {}
