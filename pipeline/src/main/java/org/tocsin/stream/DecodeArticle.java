package org.tocsin.stream;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.IntakeResult;
import org.tocsin.schema.Article;
import org.tocsin.stream.meter.StreamMeters;

/** Reads the raw records of the articles' topic: articles to code, articles to delete, and those that cannot be used. */
final class DecodeArticle extends ContextualProcessor<byte[], byte[], String, Intake> {
    private final Topic<String, Article> articles;
    private final ArticleIntake intake;
    private final StreamMeters meters;

    DecodeArticle(Topic<String, Article> articles, ArticleIntake intake, StreamMeters meters) {
        this.articles = articles;
        this.intake = intake;
        this.meters = meters;
    }

    @Override
    public void process(Record<byte[], byte[]> item) {
        Intake.RawRecord raw = new Intake.RawRecord(origin(item), item.key(), item.value());
        Intake taken = take(raw);
        if (taken instanceof Intake.Unusable) {
            meters.article(StreamMeters.Result.REFUSED);
        }
        String key = taken instanceof Intake.Submitted submitted
                ? submitted.article().id()
                : text(raw.key());
        context().forward(item.withKey(key == null ? "" : key).withValue(taken));
    }

    private DeadLetter.Origin origin(Record<byte[], byte[]> item) {
        RecordMetadata at = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record of a source has its topic and offset"));
        return new DeadLetter.Origin(at.topic(), at.partition(), at.offset(), item.timestamp());
    }

    private Intake take(Intake.RawRecord raw) {
        if (raw.key() == null) {
            return unusable(raw, DeadLetter.Reason.NO_KEY, "it has no key; the key must be the article's id");
        }
        String key = text(raw.key());
        if (key == null) {
            return unusable(raw, DeadLetter.Reason.KEY_MISMATCH, "its key is not text in UTF-8");
        }
        if (raw.value() == null) {
            return new Intake.Deleted(raw);
        }
        return read(raw, key);
    }

    private Intake read(Intake.RawRecord raw, String key) {
        Article article;
        try {
            article = articles.values().deserializer().deserialize(articles.name(), raw.value());
        } catch (NotRegistryFormat e) {
            return unusable(raw, DeadLetter.Reason.NOT_AVRO, message(e));
        } catch (UnknownSchema e) {
            return unusable(raw, DeadLetter.Reason.UNKNOWN_SCHEMA, message(e));
        } catch (SerializationException e) {
            return unusable(raw, DeadLetter.Reason.SCHEMA_MISMATCH, message(e));
        } catch (KafkaException e) {
            throw e; // says nothing about the record
        } catch (RuntimeException e) {
            return unusable(raw, DeadLetter.Reason.SCHEMA_MISMATCH, e.getClass().getSimpleName() + " while reading it");
        }
        return article.getId().equals(key)
                ? decide(raw, article)
                : unusable(
                        raw,
                        DeadLetter.Reason.KEY_MISMATCH,
                        "the key differs from the article's id; they must be equal");
    }

    private Intake decide(Intake.RawRecord raw, Article article) {
        IntakeResult result = intake.check(article);
        if (result instanceof IntakeResult.Accepted accepted) {
            return new Intake.Submitted(accepted.article(), raw);
        }
        IntakeResult.Rejected rejected = (IntakeResult.Rejected) result;
        return unusable(raw, DeadLetter.Reason.valueOf(rejected.reason().name()), rejected.message());
    }

    private static Intake unusable(Intake.RawRecord raw, DeadLetter.Reason reason, String message) {
        return new Intake.Unusable(raw.refused(reason, message));
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static @Nullable String text(byte @Nullable [] utf8) {
        if (utf8 == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
