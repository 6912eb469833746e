package org.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.incident.Reports.HLUKHIV;
import static org.tocsin.incident.Reports.article;
import static org.tocsin.incident.Reports.atLeast;
import static org.tocsin.incident.Reports.exactly;
import static org.tocsin.incident.Reports.strike;
import static org.tocsin.incident.Reports.toll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Count;
import org.tocsin.schema.Incident;
import org.tocsin.schema.IncidentFigure;
import org.tocsin.schema.IncidentStep;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.Stance;

/** The worked example of docs/incidents.md. */
class WorkedExampleTest {
    private static final Actor RUSSIAN_ARMY =
            new Actor("Russian Armed Forces", "Russian army", null, null, "RU", ActorKind.MILITARY);

    private final LedgerProbe ledger = new LedgerProbe();
    private final List<Incident> revisions = new ArrayList<>();

    @Test
    void sevenDeadThenNine() {
        read("wire-1", "Northline Wire", "2026-11-18T06:00:00Z", exactly(7), speaker("Oleh Hryhorov", "governor"));
        read("herald-7", "Delta Herald", "2026-11-18T09:30:00Z", exactly(9), speaker("hospital", null));
        read("post-3", "Harbour Post", "2026-11-18T12:00:00Z", exactly(30), RUSSIAN_ARMY);
        read("gazette-2", "Upland Gazette", "2026-11-19T08:00:00Z", atLeast(7), speaker("officials", null));

        Incident incident = ledger.single();
        assertThat(incident.getKilled().getBest()).isEqualTo(9);
        assertThat(incident.getKilled().getLow()).isEqualTo(9);
        assertThat(incident.getKilled().getHigh()).isEqualTo(30);
        assertThat(incident.getFigures())
                .extracting(IncidentFigure::getVerdict)
                .containsExactly("first", "later of one kind", "side of the attacker", "lower bound below");
        assertThat(incident.getFigures())
                .extracting(IncidentFigure::getStanding)
                .containsExactly(false, true, false, false);
        assertThat(incident.getHistory()).extracting(IncidentStep::getKilled).containsExactly(7, 9, 30);
        assertThat(incident.getIndependentSources()).isEqualTo(4);
        assertThat(revisions.get(1).getRevisionStatus()).isEqualTo(RevisionStatus.CORRECTED);
        assertThat(revisions.get(1).getReason()).isEqualTo("article herald-7 was published");
        assertThat(revisions.get(1).getChanged())
                .anySatisfy(change -> assertThat(change.toString()).contains("killed", "7 (7..7)", "9 (9..9)"));
        assertThat(RevisionLog.asOf(revisions, Instant.parse("2026-11-18T07:00:00Z")))
                .singleElement()
                .satisfies(then -> assertThat(then.getKilled().getBest()).isEqualTo(7));
    }

    private void read(String id, String outlet, String published, Count killed, Actor speaker) {
        ArticleReport report = article(id, outlet, published)
                .reports(
                        "UA",
                        strike(id + "-s", HLUKHIV)
                                .setAttacker(RUSSIAN_ARMY)
                                .setLinked(List.of(id + "-t"))
                                .build(),
                        toll(id + "-t", HLUKHIV, killed, null)
                                .setAttribution(List.of(new Attribution(speaker, "said", Stance.REPORTS)))
                                .setLinked(List.of(id + "-s"))
                                .build());
        ledger.apply(report).forEach(change -> revisions.add(change.after()));
    }

    private static Actor speaker(String name, @Nullable String role) {
        return new Actor(name, name, role, null, null, ActorKind.PERSON);
    }
}
