package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.stream.meter.Figure;

/** Holds meters, alerts, runbook and dashboards to each other. */
class MetricsDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern METER = Pattern.compile("\\b(tocsin|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\S+)");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^ *expr: (.*(?:\\n {12,}.*)*)");
    private static final Pattern ANCHOR = Pattern.compile("(?m)^ *runbook_url: \\S*docs/runbook\\.md#(\\S+)");

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    @Test
    void everyMeterIsInTheTableAndNothingElse() throws IOException {
        List<String> documented = read("docs/metrics.md")
                .lines()
                .filter(line -> line.startsWith("| `tocsin_"))
                .toList();

        assertThat(documented)
                .isEqualTo(Arrays.stream(Figure.values())
                        .map(MetricsDocumentTest::row)
                        .toList());
    }

    static String row(Figure figure) {
        return "| `" + figure.family() + "` | "
                + figure.kind().name().toLowerCase(Locale.ROOT) + " | "
                + figure.unit() + " | "
                + figure.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", ")) + " | "
                + figure.meaning() + " |";
    }

    @Test
    void alertsAndDashboardsAskForMetersThatThereAre() throws IOException {
        List<String> expressions = new ArrayList<>();
        Matcher expression = EXPRESSION.matcher(read("deploy/prometheus/alerts.yml"));
        while (expression.find()) {
            expressions.add(expression.group(1));
        }
        assertThat(expressions).hasSizeGreaterThan(5);
        collect(new ObjectMapper().readTree(read("deploy/grafana/dashboards/tocsin.json")), expressions);
        Set<String> known = new HashSet<>();
        Matcher documented = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\|").matcher(read("docs/metrics.md"));
        while (documented.find()) {
            known.add(documented.group(1));
        }

        for (String each : expressions) {
            Matcher meter = METER.matcher(each);
            while (meter.find()) {
                assertThat(known)
                        .as("%s in %s", meter.group(), each)
                        .contains(meter.group().replaceFirst("_(count|sum|bucket|max)$", ""));
            }
        }
    }

    private static void collect(JsonNode node, List<String> expressions) {
        if (node.path("expr").isTextual()) {
            expressions.add(node.path("expr").asText());
        }
        node.forEach(child -> collect(child, expressions));
    }

    @Test
    void everyAlertLeadsToItsEntryInTheRunbookAndBack() throws IOException {
        List<String> alerts = found(ALERT, read("deploy/prometheus/alerts.yml"));
        List<String> anchors = found(ANCHOR, read("deploy/prometheus/alerts.yml"));
        List<String> entries = found(Pattern.compile("(?m)^## (\\S+)$"), read("docs/runbook.md"));

        assertThat(anchors)
                .isEqualTo(alerts.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(entries).isEqualTo(alerts);
        for (String entry : read("docs/runbook.md").split("(?m)^## ")) {
            if (alerts.contains(entry.lines().findFirst().orElse(""))) {
                assertThat(entry).contains("- Means: ", "- See: ", "- Do: ");
            }
        }
    }

    @Test
    void theRulesForKubernetesAreTheSame() throws IOException {
        String plain = read("deploy/prometheus/alerts.yml");
        String kubernetes = read("deploy/kubernetes/monitoring/alerts.yaml");

        assertThat(kubernetes).startsWith("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\n");
        assertThat(groups(kubernetes)).isEqualTo(groups(plain));
    }

    private static List<String> groups(String rules) {
        return rules.substring(rules.indexOf("groups:"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
