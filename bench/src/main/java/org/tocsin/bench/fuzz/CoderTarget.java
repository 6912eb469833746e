package org.tocsin.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.IntakeResult;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.event.PlainJson;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Span;
import org.tocsin.stream.RecordSerde;

/**
 * News through the coder. Each text gives the same events twice, by two coders; sentences and spans stand in the text where they are
 * said to stand; every event can be written to Kafka and to JSON, and read again.
 */
final class CoderTarget implements Target {
    private static final Instant PUBLISHED = Instant.parse("2025-03-12T09:00:00Z");

    private final TextMutations texts;
    private final Coder coder = EnglishNews.coder();
    private final Coder another = EnglishNews.coder();
    private final ArticleIntake intake = new ArticleIntake();

    CoderTarget(TextMutations texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "coder";
    }

    @Override
    public String draw(Random random) {
        return texts.text(random);
    }

    @Override
    public void feed(String text) {
        if (!(intake.check("a1", "", text, PUBLISHED, null, null) instanceof IntakeResult.Accepted accepted)) {
            return;
        }
        NewsArticle article = accepted.article();
        List<SpecificRecord> events = coder.code(article);
        if (!another.code(article).equals(events)) {
            throw new Failure("The same text gives other events the second time");
        }
        for (SpecificRecord event : events) {
            standsIn(article.text(), EventView.of(event));
            comesBack(event);
        }
    }

    private static void standsIn(String text, EventView event) {
        List<?> starts = (List<?>) Objects.requireNonNull(event.get("evidence_starts"));
        for (int i = 0; i < starts.size(); i++) {
            if (!text.startsWith(event.evidence().get(i), (Integer) starts.get(i))) {
                throw new Failure("A sentence does not stand at " + starts.get(i) + ": "
                        + event.evidence().get(i));
            }
        }
        for (Object each : (List<?>) Objects.requireNonNull(event.get("spans"))) {
            Span span = (Span) each;
            if (span.getStart() < 0 || span.getStart() >= span.getEnd() || span.getEnd() > text.length()) {
                throw new Failure("A span lies outside of the text: " + span);
            }
            SpecificRecord part = part(event, span.getField());
            String words = part == null ? null : words(part);
            String there = text.substring(span.getStart(), span.getEnd());
            // news in capitals is given its small letters back
            boolean stated = words == null
                    || words.equalsIgnoreCase(there)
                    || (part instanceof Actor || words.contains(" + ")) && standSomewhere(words, text);
            if (!stated) {
                throw new Failure("The words of " + span.getField() + " are '" + words + "', but there is: " + there);
            }
        }
    }

    /** Somebody may be named before and be "he" where the span is; those who act together, and figures that are added up, are joined. */
    private static boolean standSomewhere(String words, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split(" and | \\+ ")).allMatch(plain::contains);
    }

    private static @Nullable SpecificRecord part(EventView event, String field) {
        Schema.Field named = event.event().getSchema().getField(field);
        return named != null && event.event().get(named.pos()) instanceof SpecificRecord part ? part : null;
    }

    /** The words that a part of an event says it was read from; null where it does not say. */
    private static @Nullable String words(SpecificRecord part) {
        Schema.Field words = part.getSchema().getField("text");
        return words == null ? null : (String) part.get(words.pos());
    }

    private static <T extends SpecificRecord> void comesBack(T event) {
        @SuppressWarnings("unchecked") // the class of an object is one of its own type
        Serde<T> serde = RecordSerde.of((Class<T>) event.getClass());
        T back = serde.deserializer().deserialize("", serde.serializer().serialize("", event));
        // halves of surrogate pairs, which JSON can carry, are no characters: the encoder writes question marks
        if (!new String(event.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .equals(String.valueOf(back))) {
            throw new Failure("An event is another one after it was written and read: " + event + " / " + back);
        }
        if (PlainJson.of(event).isEmpty()) {
            throw new Failure("An event is empty in JSON: " + event);
        }
    }
}
