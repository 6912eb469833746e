package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stream counts as articles go through it. */
class StreamMetersTest {
    @TempDir
    private Path state;

    private static double counted(TestStream stream, String name, String... labels) {
        return stream.meters.get(name).tags(labels).counter().count();
    }

    @Test
    void eachFateOfAnArticleIsCountedApart() {
        try (TestStream stream = new TestStream(state)) {
            assertThat(counted(stream, "tocsin.articles", "result", "coded")).isZero();

            stream.publish("a1", "strike Hlukhiv");
            stream.publish("a1", "strike Hlukhiv");
            stream.publish("a1", "strike Shostka");
            stream.delete("a1");
            stream.pipe("bad".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});

            assertThat(counted(stream, "tocsin.articles", "result", "coded")).isEqualTo(2);
            assertThat(counted(stream, "tocsin.articles", "result", "unchanged"))
                    .isEqualTo(1);
            assertThat(counted(stream, "tocsin.articles", "result", "deleted")).isEqualTo(1);
            assertThat(counted(stream, "tocsin.articles", "result", "refused")).isEqualTo(1);
            assertThat(counted(stream, "tocsin.dead.letters", "reason", "not-avro"))
                    .isEqualTo(1);
            assertThat(counted(stream, "tocsin.events", "type", "strike", "change", "new"))
                    .isPositive();
            assertThat(counted(stream, "tocsin.events", "type", "strike", "change", "retracted"))
                    .isEqualTo(counted(stream, "tocsin.events", "type", "strike", "change", "new"));
            assertThat(counted(stream, "tocsin.revisions", "kind", "new")).isPositive();
            assertThat(counted(stream, "tocsin.revisions", "kind", "retracted")).isPositive();
            assertThat(stream.meters.get("tocsin.event.lag").timer().count()).isEqualTo(2);
        }
    }
}
