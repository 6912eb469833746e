package org.tocsin.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Sends answers, or 304 where the caller has the same already. */
final class Sending {
    static final JsonMapper MAPPER = new JsonMapper();

    private static final int TAG_BYTES = 12;

    private Sending() {}

    /** Sends JSON as it is now, with a line break at its end for those who read it in a terminal. */
    static void json(Context ctx, String mediaType, JsonNode json) {
        ctx.contentType(mediaType).result(bytes(json));
    }

    /** Sends JSON that changes seldom. */
    static void tagged(Context ctx, String mediaType, JsonNode json) {
        tagged(ctx, mediaType, bytes(json));
    }

    /** Sends a body that changes seldom. */
    static void tagged(Context ctx, String contentType, byte[] body) {
        if (!isKnown(ctx, tag(body))) {
            ctx.contentType(contentType).result(body);
        }
    }

    static byte[] bytes(JsonNode json) {
        return (text(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }

    /** A weak entity tag, equal for equal parts: the same answer compressed or with another lag is the same. */
    static String tag(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java machine has SHA-256", e);
        }
    }

    /** Sets the tag of an answer; where the caller has that answer already, answers 304 and returns true. */
    static boolean isKnown(Context ctx, String tag) {
        ctx.header(Header.ETAG, tag).header(Header.CACHE_CONTROL, "no-cache");
        String known = ctx.header(Header.IF_NONE_MATCH);
        boolean same = known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || weak(each).equals(tag));
        if (same) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        }
        return same;
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }
}
