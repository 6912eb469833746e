package org.tocsin.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the events of one type of one article identifiers that are the same on every run and machine: the first 20 hexadecimal
 * digits of the SHA-256 of article, type and identifying fields. Equal fields within one article are told apart by their order.
 */
public final class EventIds {
    private static final int DIGITS = 20;
    private static final String SEPARATOR = "\u001f";

    private final String articleId;
    private final String type;
    private final Map<String, Integer> given = new HashMap<>();

    /**
     * Starts the identifiers of one type of one article.
     *
     * @param articleId identifier of the article
     * @param type name of the event type
     */
    public EventIds(String articleId, String type) {
        this.articleId = articleId;
        this.type = type;
    }

    /**
     * The identifier of the next event.
     *
     * @param identifying the fields that tell the event from others of the article (place, date, actor ...), never offsets;
     *     null where a field is absent
     */
    public String next(@Nullable Object... identifying) {
        String key = Arrays.stream(identifying)
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining(SEPARATOR));
        int ordinal = given.merge(key, 1, Integer::sum);
        return type + "-" + digest(String.join(SEPARATOR, articleId, type, key, Integer.toString(ordinal)));
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every runtime must have", e);
        }
    }
}
