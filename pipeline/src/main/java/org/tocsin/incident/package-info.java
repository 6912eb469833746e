/**
 * Incident resolution: reports of articles come in, revisions of real-world incidents go out. {@link org.tocsin.incident.ArticleReports}
 * makes reports of coded events, {@link org.tocsin.incident.ReportLedger} resolves them over three sorted stores,
 * {@link org.tocsin.incident.OfflineResolver} does both for a closed set of articles. Nothing here fails on what articles say; a store
 * key that was not written here is an {@link IllegalArgumentException}.
 */
@NullMarked
package org.tocsin.incident;

import org.jspecify.annotations.NullMarked;
