package org.tocsin.bench.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All rounds, by kind of fault. */
final class Report {
    private static final double MILLIS = 1_000;

    private final long seed;
    private final List<Round> rounds = new ArrayList<>();

    Report(long seed) {
        this.seed = seed;
    }

    /** Adds a round. */
    void add(Round round) {
        rounds.add(round);
    }

    /** Whether all that must hold did in all rounds. */
    boolean good() {
        return rounds.stream().allMatch(Round::good);
    }

    /** A table in Markdown, a line for each kind. */
    String table() {
        Map<String, List<Round>> kinds =
                rounds.stream().collect(Collectors.groupingBy(Round::kind, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add(
                "| Fault | Rounds | Articles | Lost | Doubled | Totals wrong | Not recovered | Recovery after its end, s: median, max |"
                        + " From its beginning, s: median, max | Restarts | Right | Incomplete | Refused | Wrong |");
        lines.add("|" + " --- |".repeat(14));
        kinds.forEach((kind, some) -> lines.add(line(kind, some)));
        if (!rounds.isEmpty()) {
            lines.add(line("all", rounds));
        }
        return String.join("\n", lines);
    }

    /** Writes it as JSON; returns the file. */
    Path write(Path folder) throws IOException {
        String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", date);
        all.put("seed", seed);
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.runtime.version"));
        all.put("rounds", rounds);
        Files.createDirectories(folder);
        Path file = folder.resolve("faults-" + date.replace(":", "") + ".json");
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
        return file;
    }

    private static String line(String kind, List<Round> some) {
        return "| " + kind + " | " + some.size() + " | "
                + some.stream().mapToInt(Round::articles).sum() + " | "
                + some.stream().mapToInt(Round::lost).sum() + " | "
                + some.stream().mapToInt(Round::doubled).sum() + " | "
                + some.stream().filter(round -> !round.totalsRight()).count() + " | "
                + some.stream().filter(round -> !round.recovered()).count() + " | "
                + times(some.stream().map(Round::sinceHealMillis).sorted().toList()) + " | "
                + times(some.stream().map(Round::sinceStrikeMillis).sorted().toList()) + " | "
                + some.stream().mapToInt(Round::restarts).sum() + " | " + answers(some, Client.Answer.RIGHT) + " | "
                + answers(some, Client.Answer.INCOMPLETE) + " | " + answers(some, Client.Answer.REFUSED) + " | "
                + answers(some, Client.Answer.WRONG) + " |";
    }

    private static String times(List<Long> sorted) {
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f",
                sorted.get(sorted.size() / 2) / MILLIS,
                sorted.get(sorted.size() - 1) / MILLIS);
    }

    private static int answers(List<Round> some, Client.Answer answer) {
        return some.stream().mapToInt(round -> round.answers(answer)).sum();
    }
}
