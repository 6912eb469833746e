package org.tocsin.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** Whether the brokers' own settings let transactions and groups begin with as many brokers as there are. */
final class TransactionsCheck implements Check {
    /** Broker settings that cannot be met by fewer brokers, by what fails then. */
    private static final Map<String, String> NEEDED = Map.of(
            "transaction.state.log.replication.factor", "no transaction can begin",
            "transaction.state.log.min.isr", "no transaction can commit",
            "offsets.topic.replication.factor", "no group can be joined");

    @Override
    public String subject() {
        return "transactions";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        List<Node> nodes =
                List.copyOf(Site.answer(site.admin().describeCluster().nodes()));
        ConfigResource broker =
                new ConfigResource(ConfigResource.Type.BROKER, nodes.get(0).idString());
        Config settings = Objects.requireNonNull(
                Site.answer(site.admin().describeConfigs(List.of(broker)).all()).get(broker));
        return judged(settings, nodes.size());
    }

    /** What is wrong with the settings of a broker. */
    List<Finding> judged(Config settings, int brokers) {
        List<Finding> findings = new ArrayList<>();
        NEEDED.forEach((key, consequence) -> {
            ConfigEntry entry = settings.get(key);
            if (entry != null && entry.value() != null && Integer.parseInt(entry.value()) > brokers) {
                findings.add(Finding.fail(
                        subject(),
                        key + " is " + entry.value() + ", but there are " + brokers + " brokers: " + consequence,
                        "set it to " + brokers + " or less on every broker, or start more brokers"));
            }
        });
        return findings.isEmpty()
                ? List.of(Finding.ok(subject(), "can begin with " + brokers + (brokers == 1 ? " broker" : " brokers")))
                : findings;
    }
}
