package org.tocsin.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Whether the clock of this machine agrees with that of Kafka: the active controller tells its time with the state of the quorum. */
final class BrokerClockCheck implements Check {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        try {
            QuorumInfo quorum =
                    Site.answer(site.admin().describeMetadataQuorum().quorumInfo());
            OptionalLong there = quorum.voters().stream()
                    .filter(voter -> voter.replicaId() == quorum.leaderId())
                    .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                    .findFirst()
                    .orElse(OptionalLong.empty());
            return List.of(
                    there.isPresent() && there.getAsLong() > 0
                            ? judged(Instant.ofEpochMilli(there.getAsLong()), Instant.now())
                            : Finding.ok(subject(), "Kafka does not tell its time"));
        } catch (UnsupportedVersionException e) {
            return List.of(Finding.ok(subject(), "this Kafka does not tell its time"));
        }
    }

    /** What is to be said of two clocks. */
    Finding judged(Instant there, Instant here) {
        Duration apart = Duration.between(there, here).abs();
        return apart.compareTo(TOLERANCE) <= 0
                ? Finding.ok(subject(), "agrees with Kafka's")
                : Finding.fail(
                        subject(),
                        "this machine is " + apart.toSeconds() + " s " + (here.isAfter(there) ? "ahead of" : "behind")
                                + " Kafka's controller: times of records and lags are wrong by as much",
                        "synchronise the clocks of both machines (NTP)");
    }
}
