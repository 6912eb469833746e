package org.tocsin.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.cli.doctor.Finding.Level.FAIL;
import static org.tocsin.cli.doctor.Finding.Level.OK;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of clusters that one broker cannot be. */
class KafkaJudgementsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static List<Node> nodes(int number) {
        return IntStream.range(0, number).mapToObj(id -> new Node(id, "h", 1)).toList();
    }

    private static TopicDescription topic(int copies, int inStep) {
        return new TopicDescription(
                "articles", false, List.of(new TopicPartitionInfo(0, nodes(1).get(0), nodes(copies), nodes(inStep))));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 2, 3, OK, ''",
        "1, 1, 1, 1, OK, ''",
        "3, 1, 2, 3, FAIL, bring the brokers back",
        "1, 1, 2, 3, FAIL, lower min.insync.replicas of the topic to 1",
        "2, 2, 2, 3, WARN, when one broker goes",
        "1, 1, 1, 3, WARN, a lost disk loses it"
    })
    void copiesAreHeldAgainstWhatMustBeInStep(
            int copies, int inStep, int least, int brokers, Finding.Level level, String words) {
        List<Finding> findings = ReplicationCheck.judged(topic(copies, inStep), least, brokers);

        if (level == OK) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.level()).isEqualTo(level);
                assertThat(finding.result() + finding.remedy()).contains(words);
            });
        }
    }

    @Test
    void transactionsThatCannotBeginAreTold() {
        Config settings = new Config(List.of(
                new ConfigEntry("transaction.state.log.replication.factor", "3"),
                new ConfigEntry("transaction.state.log.min.isr", "2"),
                new ConfigEntry("offsets.topic.replication.factor", "1")));

        assertThat(new TransactionsCheck().judged(settings, 1))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(FAIL));
        assertThat(new TransactionsCheck().judged(settings, 3)).singleElement().matches(one -> one.level() == OK);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, OK", "1, 0, OK", "1, 1, WARN", "2, 2, WARN", "1, 2, OK", "0, 1, OK", "0, 2, WARN"})
    void standbysNeedInstances(int standbys, long instances, Finding.Level level) {
        assertThat(new StandbyCheck().judged(standbys, instances).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, OK, agrees", "-4, OK, agrees", "6, FAIL, 6 s ahead", "-3600, FAIL, 3600 s behind"})
    void clocksThatDifferAreTold(long seconds, Finding.Level level, String words) {
        Finding finding = new BrokerClockCheck().judged(NOON, NOON.plusSeconds(seconds));

        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.result()).contains(words);
    }
}
