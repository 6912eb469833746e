package org.tocsin.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.query.Coverage;

/**
 * Items on their way to the caller.
 *
 * @param items in their order; read once
 * @param columns of the table that they make
 * @param coverage how much of the state they were taken from
 * @param matched how many there are on all pages together
 * @param next cursor of the next page; null where this is the last one
 * @param more what else there is to say in {@code meta}
 */
record Listing(
        List<Item> items,
        List<Column> columns,
        Coverage coverage,
        long matched,
        @Nullable String next,
        ObjectNode more) {
    /** All items of an answer that has no pages. */
    static Listing all(List<Item> items, List<Column> columns, Coverage coverage) {
        return new Listing(items, columns, coverage, items.size(), null, JsonNodeFactory.instance.objectNode());
    }

    /** Sends them in a format. */
    void send(Context ctx, AnswerFormat format) {
        Links links = new Links(ctx);
        if (next != null) {
            ctx.header("Link", "<" + links.relative(next) + ">; rel=\"next\"");
        }
        byte[] body = format == AnswerFormat.CSV ? table() : json(format);
        String tag = Sending.tag(body, Sending.bytes(lasting()), ctx.path().getBytes(StandardCharsets.UTF_8));
        if (Sending.isKnown(ctx, tag)) {
            return;
        }
        headers(ctx);
        ctx.contentType(format.contentType())
                .result(
                        switch (format) {
                            case JSON -> around("{\"data\":", body, ",\"meta\":" + Sending.text(meta()) + "}\n");
                            case GEOJSON ->
                                around("{\"type\":\"FeatureCollection\",\"features\":", body, collection(links));
                            case CSV, NDJSON -> body;
                        });
    }

    /** What a caller finds beside the items. */
    ObjectNode meta() {
        ObjectNode meta = lasting();
        meta.put("instances", coverage.instances()).put("lag_ms", coverage.lagMs());
        return meta;
    }

    /** What changes only with the items. */
    private ObjectNode lasting() {
        ObjectNode meta = JsonNodeFactory.instance.objectNode().put("complete", coverage.complete());
        meta.put("count", items.size()).put("matched", matched).put("next", next);
        meta.setAll(more);
        return meta;
    }

    private void headers(Context ctx) {
        ctx.header("Tocsin-Complete", Boolean.toString(coverage.complete()))
                .header("Tocsin-Instances", Integer.toString(coverage.instances()))
                .header("Tocsin-Lag-Ms", Long.toString(coverage.lagMs()))
                .header("Tocsin-Matched", Long.toString(matched));
    }

    private String collection(Links links) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        rest.put("numberMatched", matched).put("numberReturned", items.size());
        ArrayNode all = rest.putArray("links");
        all.add(Links.link("self", links.self(), AnswerFormat.GEOJSON.mediaType()));
        if (next != null) {
            all.add(Links.link("next", links.absolute(next), AnswerFormat.GEOJSON.mediaType()));
        }
        rest.set("meta", meta());
        return "," + Sending.text(rest).substring(1) + "\n";
    }

    private byte[] json(AnswerFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Sending.MAPPER.createGenerator(out)) {
            if (format == AnswerFormat.NDJSON) {
                json.setRootValueSeparator(null);
                for (Item item : items) {
                    Sending.MAPPER.writeTree(json, item.json());
                    json.writeRaw('\n');
                }
            } else {
                json.writeStartArray();
                for (Item item : items) {
                    JsonNode tree = format == AnswerFormat.GEOJSON ? item.feature() : item.json();
                    Sending.MAPPER.writeTree(json, tree);
                }
                json.writeEndArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Items cannot be written as JSON", e);
        }
        return out.toByteArray();
    }

    private byte[] table() {
        Stream<String[]> head =
                Stream.<String[]>of(columns.stream().map(Column::name).toArray(String[]::new));
        Stream<String[]> rows = items.stream()
                .map(item ->
                        columns.stream().map(column -> column.cell(item.json())).toArray(String[]::new));
        return CsvText.of(Stream.concat(head, rows)::iterator);
    }

    private static byte[] around(String before, byte[] body, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + before.length() + after.length());
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
