package org.tocsin.cli.doctor;

import java.util.List;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.streams.StreamsConfig;

/** Whether there are more instances than standby copies of each. */
final class StandbyCheck implements Check {
    @Override
    public String subject() {
        return "standby copies";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        String set = site.config().raw(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG);
        return List.of(judged(set == null ? 0 : Integer.parseInt(set), instances(site)));
    }

    /** What is to be said of so many copies with so many instances that run. */
    Finding judged(int standbys, long instances) {
        String run = standbys + " standby copies, " + instances + " instances run now";
        if (instances > 0 && standbys >= instances) {
            return Finding.warn(
                    subject(),
                    run + ": there is no place for so many copies",
                    "set " + StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG + " to " + (instances - 1)
                            + " on all instances, or start more instances");
        }
        if (instances > 1 && standbys == 0) {
            return Finding.warn(
                    subject(),
                    run + ": the share of a dead instance is missing until another has read it from Kafka",
                    "set " + StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG + "=1 on all instances");
        }
        return Finding.ok(subject(), run);
    }

    /** Instances that are members of the pipeline's group: each has one consumer or more, named after its process. */
    private static long instances(Site site) throws InterruptedException {
        String group = site.config().applicationId();
        try {
            return Site.answer(
                            site.admin().describeConsumerGroups(List.of(group)).all())
                    .values()
                    .stream()
                    .flatMap(described -> described.members().stream())
                    .map(MemberDescription::clientId)
                    .map(id -> id.replaceFirst("-StreamThread-.*", ""))
                    .distinct()
                    .count();
        } catch (GroupIdNotFoundException e) {
            return 0;
        }
    }
}
