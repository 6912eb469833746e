package org.tocsin.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * {@code /} and {@code /assets/*}: the page, from the resources that the dashboard's build packed. Every file of text lies there
 * compressed too, so nothing is compressed here.
 */
final class StaticPage {
    private static final String FOLDER = "/org/tocsin/page/";
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final List<Encoding> ENCODINGS =
            List.of(new Encoding("br", ".br"), new Encoding("gzip", ".gz"), new Encoding("", ""));
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "geojson", "application/geo+json",
            "png", "image/png",
            "woff2", "font/woff2");

    /** Nothing but the own origin, and no script or style inside the document: text of an article that got there could not run. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "connect-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    private record Encoding(String name, String suffix) {}

    private record Packed(byte[] bytes, Encoding encoding) {}

    private StaticPage() {}

    /**
     * Adds the routes of the page.
     *
     * @param frameAncestors who may put the page into a frame
     */
    static void register(RoutesConfig routes, String frameAncestors) {
        routes.get("/", ctx -> document(ctx, frameAncestors));
        routes.get("/assets/{name}", StaticPage::asset);
    }

    private static void document(Context ctx, String frameAncestors) {
        Packed page = find("index.html", ctx)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND,
                        "This build of Tocsin has no page: the module dashboard was left out. The API is at /v1"));
        ctx.header("Content-Security-Policy", POLICY + frameAncestors)
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(Header.CACHE_CONTROL, "no-cache");
        send(page, "index.html", ctx);
    }

    /** The names of assets carry a hash of their content, so whoever has one never needs to ask again. */
    private static void asset(Context ctx) {
        String name = ctx.pathParam("name");
        Packed file = Optional.of(name)
                .filter(candidate -> FILE_NAME.matcher(candidate).matches())
                .flatMap(candidate -> find("assets/" + candidate, ctx))
                .orElseThrow(
                        () -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "There is no such file of the page; a page that was open during an upgrade has to be loaded again"));
        ctx.header(Header.CACHE_CONTROL, "public, max-age=31536000, immutable");
        send(file, name, ctx);
    }

    private static void send(Packed file, String name, Context ctx) {
        String tag = "\"" + checksum(file.bytes()) + "\"";
        ctx.header(Header.VARY, Header.ACCEPT_ENCODING).header(Header.ETAG, tag);
        if (tag.equals(ctx.header(Header.IF_NONE_MATCH))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.disableCompression();
        if (!file.encoding().name().isEmpty()) {
            ctx.header(Header.CONTENT_ENCODING, file.encoding().name());
        }
        ctx.contentType(mediaType(name)).result(file.bytes());
    }

    /** The file in the best encoding that the caller takes. */
    private static Optional<Packed> find(String file, Context ctx) {
        String accepted =
                Optional.ofNullable(ctx.header(Header.ACCEPT_ENCODING)).orElse("");
        return ENCODINGS.stream()
                .filter(encoding -> encoding.name().isEmpty() || takes(accepted, encoding.name()))
                .flatMap(encoding -> read(file + encoding.suffix()).map(bytes -> new Packed(bytes, encoding)).stream())
                .findFirst();
    }

    private static boolean takes(String acceptEncoding, String name) {
        return Arrays.stream(acceptEncoding.split(","))
                .map(entry -> entry.trim().toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(entry ->
                        entry.equals(name) || entry.startsWith(name + ";q=") && !entry.matches(".*;q=0(\\.0*)?"));
    }

    private static Optional<byte[]> read(String file) {
        try (InputStream in = StaticPage.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " of the page cannot be read from the program", e);
        }
    }

    private static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return Long.toHexString(crc.getValue()) + "-" + bytes.length;
    }
}
