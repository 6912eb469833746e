package org.tocsin.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of an article's title, text, publication time, url and source: two articles with the same id and hash are the same
 * article published twice.
 */
public final class ContentHash {
    private ContentHash() {}

    /** The hash, 64 hexadecimal digits in lower case. */
    public static String of(NewsArticle article) {
        MessageDigest digest = sha256();
        add(digest, article.title());
        add(digest, article.text());
        add(digest, article.publishedAt() == null ? null : article.publishedAt().toString());
        add(digest, article.url());
        add(digest, article.source());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds a field behind its length, so that no two different articles feed the same bytes; -1 stands for none. */
    private static void add(MessageDigest digest, @Nullable String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : bytes.length)
                .flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which each must have.", e);
        }
    }
}
