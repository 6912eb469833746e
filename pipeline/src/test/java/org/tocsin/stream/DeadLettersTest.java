package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.schema.Article;

/** Records that cannot be coded: each is kept with the reason, and the stream goes on. */
class DeadLettersTest {
    private static final int LIMIT = 1000;

    @TempDir
    Path state;

    private TestStream stream;

    @BeforeEach
    void open() {
        stream = new TestStream(state, Map.of(Setting.ARTICLE_LIMIT.key(), Integer.toString(LIMIT)));
    }

    @AfterEach
    void theStreamGoesOn() {
        stream.publish("good", "strike Hlukhiv");
        assertThat(stream.events("strike")).hasSize(1);
        assertThat(stream.deadLetters()).isEmpty();
        stream.close();
    }

    @Test
    void keepsBytesThatAreNotAvro() {
        byte[] poison = new byte[100];
        new Random(7).nextBytes(poison);
        poison[0] = 42;

        stream.pipe(utf8("k"), poison);

        assertThat(expect("not-avro").value()).isEqualTo(poison);
    }

    @Test
    void keepsValuesWhoseSchemaTheRegistryDoesNotKnow() {
        stream.pipe(
                utf8("k"), ByteBuffer.allocate(20).put((byte) 0).putInt(987654).array());

        expect("unknown-schema");
    }

    @Test
    void keepsValuesThatAreCutOff() {
        byte[] whole = bytes(TestStream.article("k", "strike Hlukhiv"));

        stream.pipe(utf8("k"), Arrays.copyOf(whole, whole.length - 4));

        expect("schema-mismatch");
    }

    @Test
    void keepsValuesThatClaimToBeLongerThanAnyMemory() {
        byte[] header = Arrays.copyOf(bytes(TestStream.article("k", "strike Hlukhiv")), RegistryAvroSerde.HEADER);
        ByteBuffer value = ByteBuffer.allocate(header.length + 5).put(header);
        // the length of the first string as Avro writes it: 2^31 - 1
        value.put(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f});

        stream.pipe(utf8("k"), value.array());

        expect("schema-mismatch");
    }

    @Test
    void keepsValuesWithBytesBehindTheRecord() {
        byte[] whole = bytes(TestStream.article("k", "strike Hlukhiv"));

        stream.pipe(utf8("k"), Arrays.copyOf(whole, whole.length + 3));

        expect("schema-mismatch");
    }

    @Test
    void keepsArticlesWithoutKey() {
        stream.pipe(null, bytes(TestStream.article("a", "strike Hlukhiv")));

        assertThat(expect("no-key").key()).isNull();
    }

    @Test
    void keepsArticlesUnderAKeyThatIsNotTheirId() {
        stream.publish("other", TestStream.article("a", "strike Hlukhiv"));

        expect("key-mismatch");
    }

    @Test
    void keepsArticlesUnderAKeyThatIsNoText() {
        stream.pipe(new byte[] {(byte) 0xc3, 0x28}, bytes(TestStream.article("a", "strike Hlukhiv")));

        expect("key-mismatch");
    }

    @Test
    void keepsArticlesWithoutText() {
        stream.publish("a", " \n\t ");

        expect("empty-text");
    }

    @Test
    void keepsArticlesThatAreTooLong() {
        stream.publish("a", "x".repeat(LIMIT + 1));

        assertThat(text(expect("oversized"), DeadLetter.MESSAGE))
                .contains("1001")
                .contains("1000");
    }

    @Test
    void keepsArticlesFromTheYear9999() {
        Article article = Article.newBuilder(TestStream.article("a", "strike Hlukhiv"))
                .setPublishedAt(Instant.parse("9999-12-31T23:59:59Z"))
                .build();

        stream.publish(article);

        expect("invalid-published");
    }

    @Test
    void keepsArticlesThatTheCoderFailsOnWithoutQuotingThem() {
        stream.publish("a", "crash");

        TestRecord<byte[], byte[]> letter = expect("coder-error");
        assertThat(text(letter, DeadLetter.MESSAGE))
                .contains("IllegalStateException")
                .doesNotContain("words");
    }

    @Test
    void tellsWhereTheRecordCameFrom() {
        stream.publish("good before", "strike Shostka");
        stream.events("strike");
        stream.publish("a", "");

        TestRecord<byte[], byte[]> letter = expect("empty-text");

        assertThat(letter.key()).isEqualTo(utf8("a"));
        assertThat(text(letter, DeadLetter.TOPIC)).isEqualTo("articles");
        assertThat(text(letter, DeadLetter.PARTITION)).isEqualTo("0");
        assertThat(text(letter, DeadLetter.OFFSET)).isEqualTo("1");
        assertThat(text(letter, DeadLetter.TIMESTAMP)).isEqualTo(Long.toString(letter.timestamp()));
        assertThat(text(letter, DeadLetter.VERSION)).isNotBlank();
    }

    @Test
    void anUnusableNewVersionLeavesTheEventsOfTheEarlierOne() {
        stream.publish("a", "strike Shostka");
        stream.events("strike");

        stream.publish("a", "");

        expect("empty-text");
        assertThat(stream.storedEvents()).hasSize(1);
        assertThat(stream.events("strike")).isEmpty();
    }

    private TestRecord<byte[], byte[]> expect(String reason) {
        var letters = stream.deadLetters();
        assertThat(letters).hasSize(1);
        assertThat(text(letters.get(0), DeadLetter.REASON)).isEqualTo(reason);
        return letters.get(0);
    }

    private byte[] bytes(Article article) {
        return stream.topics.articles().values().serializer().serialize("articles", article);
    }

    private static @Nullable String text(TestRecord<byte[], byte[]> letter, String header) {
        var found = letter.headers().lastHeader(header);
        return found == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
