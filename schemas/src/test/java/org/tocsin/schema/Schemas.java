package org.tocsin.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of this module: those of the topics, as the classes carry them, and the versions that were released. */
final class Schemas {
    /** Where released versions are kept: {@code <version>/<name of the record>.avsc}, each file self-contained. */
    static final Path RELEASED = Path.of("src", "main", "resources", "released");

    private Schemas() {}

    /** The schemas that readers and writers outside meet, by the names of their records. */
    static Map<String, Schema> ofTopics() {
        return byName(
                Article.SCHEMA$,
                Strike.SCHEMA$,
                Casualty.SCHEMA$,
                Statement.SCHEMA$,
                Interception.SCHEMA$,
                TerritoryChange.SCHEMA$,
                Incident.SCHEMA$);
    }

    /** Every schema of the module, those of stores and internal topics included. */
    static Map<String, Schema> all() {
        Map<String, Schema> all = ofTopics();
        all.putAll(byName(
                ArticleAccounts.SCHEMA$,
                ArticleReport.SCHEMA$,
                CodedArticle.SCHEMA$,
                EventEnvelope.SCHEMA$,
                RollupTotals.SCHEMA$));
        return all;
    }

    /** The named types (records and enums) that some schemas hold, by full name. */
    static Map<String, Schema> namedTypes(Iterable<Schema> schemas) {
        Map<String, Schema> found = new TreeMap<>();
        schemas.forEach(schema -> collect(schema, found));
        return found;
    }

    /** The released versions, oldest first. */
    static List<String> releasedVersions() {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The released schemas cannot be listed: " + RELEASED, e);
        }
    }

    /** The schemas of a released version, by the names of their records. */
    static Map<String, Schema> released(String version) {
        Map<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(RELEASED.resolve(version))) {
            for (Path file : files.sorted().toList()) {
                Schema schema = new Schema.Parser().parse(file.toFile());
                schemas.put(schema.getName(), schema);
            }
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException("The released schemas of " + version + " cannot be read", e);
        }
    }

    private static Map<String, Schema> byName(Schema... schemas) {
        Map<String, Schema> named = new TreeMap<>();
        for (Schema schema : schemas) {
            named.put(schema.getName(), schema);
        }
        return named;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        List<Schema> inside = new ArrayList<>();
        switch (schema.getType()) {
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> inside.add(field.schema()));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> inside.add(schema.getElementType());
            case UNION -> inside.addAll(schema.getTypes());
            default -> {
                // primitive types hold no others
            }
        }
        inside.forEach(part -> collect(part, found));
    }
}
