package org.tocsin.bench.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tocsin.article.ArticleReader;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.RefusedArticle;

/** Files of articles through the reader: every line is accepted or refused with a reason. The first byte of an input chooses the kind of file. */
final class FileTarget implements Target {
    private static final String[] ENDINGS = {"txt", "json", "jsonl"};
    private static final JsonMapper MAPPER = new JsonMapper();

    private final TextMutations texts;

    FileTarget(TextMutations texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public String draw(Random random) {
        int kind = random.nextInt(ENDINGS.length);
        String text = texts.text(random);
        byte[] file = (kind == 0 ? "date 2025-03-0" + random.nextInt(10) + " " + text : json(text, random))
                .getBytes(StandardCharsets.UTF_8);
        byte[] changed = random.nextInt(4) == 0 ? file : ByteMutations.changed(random, file);
        byte[] input = new byte[changed.length + 1];
        input[0] = (byte) kind;
        System.arraycopy(changed, 0, input, 1, changed.length);
        return Base64.getEncoder().encodeToString(input);
    }

    private static String json(String text, Random random) {
        Map<String, String> article = Map.of(
                "id",
                "a" + random.nextInt(10),
                "text",
                text,
                "title",
                text.substring(0, Math.min(60, text.length())),
                random.nextBoolean() ? "published" : "published_at",
                "2025-03-12" + (random.nextBoolean() ? "" : "T09:00:00+02:00"));
        try {
            return MAPPER.writeValueAsString(article) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void feed(String input) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(input);
        if (bytes.length == 0) {
            return;
        }
        String name = "fuzz." + ENDINGS[Math.floorMod(bytes[0], ENDINGS.length)];
        List<NewsArticle> accepted = new ArrayList<>();
        List<RefusedArticle> refused = new ArrayList<>();
        new ArticleReader(accepted::add, refused::add).read(name, new ByteArrayInputStream(bytes, 1, bytes.length - 1));
        for (RefusedArticle one : refused) {
            if (one.reason().isBlank() || !one.where().startsWith(name)) {
                throw new Failure("An article is refused without a place or reason: " + one);
            }
        }
        if (accepted.size() + refused.size() == 0 && !name.endsWith("jsonl")) {
            throw new Failure("A file is neither accepted nor refused");
        }
    }
}
