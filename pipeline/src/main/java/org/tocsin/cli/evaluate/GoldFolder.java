package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.article.ArticleReader;
import org.tocsin.article.NewsArticle;

/** Reads a folder that holds one gold document a JSON file. */
public final class GoldFolder {
    private static final JsonMapper MAPPER = new JsonMapper();

    private GoldFolder() {}

    /** The documents in the order of their file names. */
    static List<GoldDocument> read(Path folder) {
        List<GoldDocument> documents = new ArrayList<>();
        for (Path file : jsonFiles(folder)) {
            documents.add(document(file));
        }
        if (documents.isEmpty()) {
            throw new UnusableGold(folder + " holds no .json file; give the folder of the gold documents with --gold");
        }
        return documents;
    }

    private static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnusableGold(
                    folder + " is no folder that can be read; give that of the gold documents with --gold");
        }
    }

    private static GoldDocument document(Path file) {
        byte[] bytes = bytes(file);
        JsonNode json = tree(file, bytes);
        if (!json.path("events").isArray()) {
            throw new UnusableGold(file + ": it has no list \"events\", so it is no gold document");
        }
        List<GoldEvent> events = new ArrayList<>();
        for (JsonNode event : json.path("events")) {
            if (!event.path("type").isTextual() || !event.path("evidence").isTextual()) {
                throw new UnusableGold(file + ": event " + (events.size() + 1) + " lacks \"type\" or \"evidence\"");
            }
            events.add(new GoldEvent(event));
        }
        return new GoldDocument(article(file, bytes), json.path("negative").asBoolean(), events);
    }

    /** The article of a document, read as every command reads articles. */
    public static NewsArticle article(Path file, byte[] bytes) {
        List<NewsArticle> articles = new ArrayList<>();
        ArticleReader reader = new ArticleReader(articles::add, refused -> {
            throw new UnusableGold(refused.where() + ": " + refused.reason());
        });
        try {
            reader.read(file.toString(), new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UnusableGold(file + " cannot be read");
        }
        return articles.get(0);
    }

    /** The bytes of a file. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableGold(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** The JSON value that a file holds. */
    public static JsonNode tree(Path file, byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new UnusableGold(file + ":" + e.getLocation().getLineNr() + ": it is no valid JSON");
        } catch (IOException e) {
            throw new UnusableGold(file + " cannot be read");
        }
    }
}
