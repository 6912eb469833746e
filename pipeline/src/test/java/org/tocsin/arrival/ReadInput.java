package org.tocsin.arrival;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.RefusedArticle;

/** What an input gave. */
record ReadInput(List<NewsArticle> articles, List<RefusedArticle> refused, List<@Nullable String> languages) {
    static ReadInput of(String name, byte[] bytes, @Nullable NewsFormat format) {
        ReadInput read = new ReadInput(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            Arrivals.read(name, new ByteArrayInputStream(bytes), format, read::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    static ReadInput of(String name, byte[] bytes) {
        return of(name, bytes, null);
    }

    /** The sample of a format. */
    static ReadInput ofSample(String name) {
        return of(name, sample(name));
    }

    static byte[] sample(String name) {
        try (InputStream in = Objects.requireNonNull(ReadInput.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private void take(Arrival arrival) {
        if (arrival instanceof Arrival.Found found) {
            articles.add(found.article());
            languages.add(found.language());
        } else if (arrival instanceof Arrival.Refused item) {
            refused.add(item.article());
        }
    }
}
