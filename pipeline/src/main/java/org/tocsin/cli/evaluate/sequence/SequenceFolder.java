package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tocsin.article.NewsArticle;
import org.tocsin.cli.evaluate.GoldFolder;
import org.tocsin.cli.evaluate.UnusableGold;

/**
 * Sequences of reports with their truth, read from a folder that holds one folder a sequence.
 *
 * @param incidents every true incident by its identifier
 * @param articles every report, by its identifier
 * @param published when each report was published, as it is written
 * @param hard pairs of incidents that are easily taken for one
 */
record SequenceFolder(
        Map<String, TrueIncident> incidents,
        Map<String, NewsArticle> articles,
        Map<String, String> published,
        Set<Set<String>> hard) {
    static SequenceFolder read(Path folder) {
        SequenceFolder sequences =
                new SequenceFolder(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new HashSet<>());
        sequences(folder).forEach(sequences::add);
        if (sequences.incidents.isEmpty()) {
            throw new UnusableGold("There is no truth.json with incidents below " + folder
                    + "; give the folder of sequences with --sequences");
        }
        return sequences;
    }

    /** The folders of sequences. */
    static List<Path> sequences(Path folder) {
        return list(folder).stream()
                .filter(sequence -> Files.exists(sequence.resolve("truth.json")))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UnusableGold(
                    folder + " is no folder that can be read; give that of the sequences with --sequences");
        }
    }

    private void add(Path sequence) {
        for (Path file : list(sequence)) {
            if (file.getFileName().toString().matches("[0-9].*\\.json")) {
                byte[] bytes = GoldFolder.bytes(file);
                NewsArticle article = GoldFolder.article(file, bytes);
                articles.put(article.id(), article);
                published.put(
                        article.id(),
                        GoldFolder.tree(file, bytes).path("published").asText());
            }
        }
        Path file = sequence.resolve("truth.json");
        JsonNode truth = GoldFolder.tree(file, GoldFolder.bytes(file));
        for (JsonNode incident : truth.path("incidents")) {
            TrueIncident known = TrueIncident.of(sequence.getFileName().toString(), incident);
            known.articles().stream().filter(id -> !articles.containsKey(id)).forEach(id -> {
                throw new UnusableGold(
                        file + ": incident " + known.id() + " names the article " + id + ", which is not there");
            });
            incidents.put(known.id(), known);
        }
        for (JsonNode apart : truth.path("apart")) {
            Set<String> pair = new HashSet<>();
            apart.path("pair").forEach(id -> pair.add(id.asText()));
            hard.add(pair);
        }
    }

    /** The reports in the order of their publication. */
    List<NewsArticle> inOrderOfPublication() {
        List<NewsArticle> ordered = new ArrayList<>(articles.values());
        ordered.sort((one, other) -> compare(one.id(), other.id()));
        return ordered;
    }

    /** Which of two reports was published first. */
    int compare(String one, String other) {
        int byTime = published.getOrDefault(one, "").compareTo(published.getOrDefault(other, ""));
        return byTime != 0 ? byTime : one.compareTo(other);
    }
}
