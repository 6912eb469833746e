package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tocsin.article.Fingerprint;
import org.tocsin.article.NewsArticle;

/** The bundled articles that the demonstration publishes. */
class SamplesTest {
    private static final Instant FIRST = Instant.parse("2026-11-08T00:00:00Z");
    private static final Instant BEHIND_LAST = Instant.parse("2026-11-22T00:00:00Z");

    private final List<NewsArticle> samples = read();

    @Test
    void thereAreEnoughOfThemAndTheirIdentifiersAreUnique() {
        assertThat(samples).hasSizeGreaterThanOrEqualTo(44);
        assertThat(samples).extracting(NewsArticle::id).doesNotHaveDuplicates();
    }

    @Test
    void someOnlySoundLikeWar() {
        assertThat(samples).filteredOn(sample -> sample.id().startsWith("nc-")).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void eachIsAShortNewsReportWithHeadlineOutletAndAnAddressThatNobodyOwns() {
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.text().split("\\s+")).hasSizeBetween(60, 180);
            assertThat(sample.title()).isNotBlank();
            assertThat(sample.source()).isNotBlank();
            assertThat(URI.create(Objects.requireNonNull(sample.url())).getHost())
                    .endsWith(".example");
        });
    }

    @Test
    void theyAreInOrderOfPublicationWithinOneFortnight() {
        assertThat(samples).isSortedAccordingTo(Comparator.comparing(SamplesTest::published));
        assertThat(samples)
                .extracting(SamplesTest::published)
                .allSatisfy(time -> assertThat(time).isBetween(FIRST, BEHIND_LAST));
    }

    @Test
    void oneIncidentIsToldByFourOutletsAndANearCopy() {
        List<NewsArticle> shostka = samples.stream()
                .filter(sample -> sample.id().startsWith("ua-shostka-"))
                .toList();

        assertThat(shostka).hasSize(5);
        assertThat(shostka).extracting(NewsArticle::source).doesNotHaveDuplicates();
        assertThat(Fingerprint.isNearCopy(fingerprint("ua-shostka-2"), fingerprint("ua-shostka-3")))
                .isTrue();
        assertThat(Fingerprint.isNearCopy(fingerprint("ua-shostka-2"), fingerprint("ua-shostka-4")))
                .isFalse();
    }

    private List<Integer> fingerprint(String id) {
        return Fingerprint.of(samples.stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private static Instant published(NewsArticle article) {
        return Objects.requireNonNull(article.publishedAt());
    }

    private static List<NewsArticle> read() {
        JsonMapper mapper = new JsonMapper();
        List<NewsArticle> samples = new ArrayList<>();
        try (InputStream in = SamplesTest.class.getResourceAsStream("/org/tocsin/samples/articles.jsonl");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode article = mapper.readTree(line);
                samples.add(new NewsArticle(
                        article.required("id").asText(),
                        article.required("title").asText(),
                        article.required("text").asText(),
                        Instant.parse(article.required("published").asText()),
                        article.required("url").asText(),
                        article.required("source").asText()));
            }
        } catch (IOException e) {
            throw new AssertionError("The samples cannot be read", e);
        }
        return samples;
    }
}
