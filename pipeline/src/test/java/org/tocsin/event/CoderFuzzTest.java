package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.Span;

/**
 * News that nobody would write: cut, shuffled, mixed and in capitals. Whatever comes, the coder gives events whose sentences and spans
 * stand in the text. {@code -Dtocsin.fuzz.texts=N} sets how many texts each seed makes.
 */
class CoderFuzzTest {
    private static final Path DOCUMENTS = Path.of("../data/gold/documents");
    private static final int TEXTS = Integer.getInteger("tocsin.fuzz.texts", 60);
    private static final List<String> MARKS = List.of(
            "\"", "'", ",", "(", ")", "\u2014", ";", ":", "-", "\u2026", "\n\n", "%", "0", "1,000", "and", "said",
            "killed", "of", "who");
    private static final Instant PUBLISHED = Instant.parse("2025-03-12T09:00:00Z");

    private static final List<String> TEXT = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        JsonMapper mapper = new JsonMapper();
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            for (Path file : files.sorted().toList()) {
                TEXT.add(mapper.readTree(file.toFile()).path("text").asText());
            }
        }
        assertThat(TEXT).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverComesIsCodedByWhatItSays(long seed) {
        Random random = new Random(seed);
        Coder coder = EnglishNews.coder();
        for (int i = 0; i < TEXTS; i++) {
            code(coder, changed(random));
        }
    }

    /** Found by longer runs over other texts. */
    @Test
    void whatFailedOnceDoesNot() {
        Coder coder = EnglishNews.coder();
        code(coder, "The commander in the Red Sea, Pedro Alvarado, said that two fishermen were killed.");
        code(
                coder,
                "This is a message from the general command of the Farabundo Marti National Liberation Front to all people of the"
                        + " country, to the families of the fallen, to the unions, to the churches, and to our leaders and fighters."
                        + " Our fighters attacked the barracks in San Miguel.");
    }

    private static void code(Coder coder, String text) {
        List<SpecificRecord> events;
        try {
            events = coder.code(new NewsArticle("a1", "", text, PUBLISHED, null, null));
        } catch (RuntimeException e) {
            fail("The coder fails on: " + text, e);
            return;
        }
        for (SpecificRecord event : events) {
            standsIn(text, EventView.of(event));
        }
    }

    private static void standsIn(String text, EventView event) {
        List<?> starts = (List<?>) Objects.requireNonNull(event.get("evidence_starts"));
        for (int i = 0; i < starts.size(); i++) {
            assertThat(text.startsWith(event.evidence().get(i), (Integer) starts.get(i)))
                    .as("%s of %s", event.evidence().get(i), text)
                    .isTrue();
        }
        for (Object each : (List<?>) Objects.requireNonNull(event.get("spans"))) {
            Span span = (Span) each;
            assertThat(span.getStart()).as("%s of %s", span, text).isBetween(0, span.getEnd() - 1);
            assertThat(span.getEnd()).as("%s of %s", span, text).isLessThanOrEqualTo(text.length());
        }
    }

    private static String changed(Random random) {
        String text = any(random, TEXT);
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        switch (random.nextInt(7)) {
            case 0 -> {
                return text.substring(
                        random.nextInt(text.length() / 2), text.length() - random.nextInt(text.length() / 2));
            }
            case 1 -> {
                List<String> sentences = new ArrayList<>(List.of(text.split("(?<=\\.) ")));
                Collections.shuffle(sentences, random);
                return String.join(" ", sentences);
            }
            case 2 -> words.removeIf(word -> random.nextInt(8) == 0);
            case 3 -> {
                String[] others = any(random, TEXT).split(" ");
                words.replaceAll(word -> random.nextInt(8) == 0 ? others[random.nextInt(others.length)] : word);
            }
            case 4 -> words.replaceAll(word -> random.nextInt(8) == 0 ? word + " " + any(random, MARKS) : word);
            case 5 -> {
                return text.toUpperCase(Locale.ROOT);
            }
            default -> {
                String other = any(random, TEXT);
                return text.substring(0, random.nextInt(text.length()))
                        + other.substring(random.nextInt(other.length()));
            }
        }
        return String.join(" ", words);
    }

    private static String any(Random random, List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
