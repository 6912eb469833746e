package org.tocsin.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {
    private final List<NewsArticle> accepted = new ArrayList<>();
    private final List<RefusedArticle> refused = new ArrayList<>();
    private final ArticleReader reader = new ArticleReader(accepted::add, refused::add);

    @Test
    void readsATextFileWithALeadingDate() throws IOException {
        read("news/sumy.txt", " date 2024-11-20 Shells hit Sumy.");

        assertThat(accepted).hasSize(1);
        NewsArticle article = accepted.get(0);
        assertThat(article.id()).isEqualTo("sumy");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2024-11-20T00:00:00Z"));
        assertThat(article.text().strip()).isEqualTo("Shells hit Sumy.");
        assertThat(article.text().indexOf("Shells")).isEqualTo(17);
    }

    @Test
    void readsTheLinesBehindABadOne() throws IOException {
        read(
                "news.jsonl",
                "{\"id\":\"a\",\"text\":\"One.\",\"published\":\"2024-11-20\",\"topic\":1}\n{\"id\":\"b\"}\nno json\n"
                        + "{\"id\":\"c\",\"text\":\"Two.\",\"published\":null}\n");

        assertThat(accepted).extracting(NewsArticle::id).containsExactly("a", "c");
        assertThat(refused).extracting(RefusedArticle::where).containsExactly("news.jsonl:2", "news.jsonl:3");
        assertThat(refused.get(0).reason()).contains("no text");
    }

    @Test
    void refusesAPublicationTimeOfAnotherEpoch() throws IOException {
        read("far.json", "{\"id\":\"a\",\"text\":\"One.\",\"published\":\"9999-01-01\"}");

        assertThat(accepted).isEmpty();
        assertThat(refused.get(0).reason()).contains("1900-01-01 to 2099-12-31");
    }

    @Test
    void namesTheByteThatIsNoUtf8() throws IOException {
        reader.read("bad.txt", new ByteArrayInputStream(new byte[] {'O', 'k', (byte) 0xC3, '('}));

        assertThat(refused.get(0).reason()).contains("not valid UTF-8 at byte 2");
    }

    private void read(String name, String content) throws IOException {
        reader.read(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
