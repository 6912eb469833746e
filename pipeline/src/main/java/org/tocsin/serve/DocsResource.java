package org.tocsin.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** {@code /docs}: the contract for people, one page without scripts and without requests to anywhere. */
final class DocsResource implements Resource {
    static final String PATH = "/docs";

    static final Operation OPERATION = Operation.get(
                    PATH,
                    "This contract as a page for people.",
                    List.of(),
                    Reply.ok("The page.", "text/html", JsonSchemas.text()),
                    Reply.badRequest())
            .forAll();

    private static final String STYLE = style();

    private final byte[] page;
    private final String policy;

    /**
     * The page of a document.
     *
     * @param document an OpenAPI document
     * @param frameAncestors who may put the page into a frame
     */
    DocsResource(JsonNode document, String frameAncestors) {
        page = new DocsPage(document).html(STYLE).getBytes(StandardCharsets.UTF_8);
        policy = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors " + frameAncestors;
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        ctx.header(Header.CONTENT_SECURITY_POLICY, policy);
        Sending.tagged(ctx, "text/html; charset=utf-8", page);
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(
                DocsResource.class.getResourceAsStream("docs.css"), "docs.css is missing in the program")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("docs.css cannot be read from the program", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java machine has SHA-256", e);
        }
    }
}
