package org.tocsin.serve.submit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tocsin.serve.JsonSchemas;

/** JSON Schemas of what is handed in and of its receipts. */
final class ArticleSchemas {
    private ArticleSchemas() {}

    /** An article to be published. */
    static ObjectNode article() {
        ObjectNode article = text();
        return JsonSchemas.withOptional(
                article,
                "id",
                JsonSchemas.described(
                        JsonSchemas.text(),
                        "Identifier, 1 to 512 characters; publishing under the same id again replaces the article."
                                + " Without one an id follows from the bytes of the object."));
    }

    /** A text to be read at once. */
    static ObjectNode text() {
        ObjectNode article = JsonSchemas.object();
        JsonSchemas.with(article, "text", JsonSchemas.described(JsonSchemas.text(), "Body, plain text."));
        JsonSchemas.withOptional(article, "title", JsonSchemas.described(nullable(), "Headline."));
        JsonSchemas.withOptional(
                article,
                "published",
                JsonSchemas.described(
                        nullable(),
                        "Day or date-time (UTC without an offset); relative dates of the text are resolved against"
                                + " it."));
        JsonSchemas.withOptional(article, "url", JsonSchemas.described(nullable(), "Address of the article."));
        return JsonSchemas.withOptional(article, "source", JsonSchemas.described(nullable(), "Name of the outlet."));
    }

    /** What became of each line. */
    static ObjectNode receipts() {
        ObjectNode line = JsonSchemas.object();
        JsonSchemas.with(line, "line", JsonSchemas.wholeNumber());
        JsonSchemas.withOptional(line, "id", JsonSchemas.text());
        JsonSchemas.withOptional(line, "topic", JsonSchemas.text());
        JsonSchemas.withOptional(line, "partition", JsonSchemas.wholeNumber());
        JsonSchemas.withOptional(line, "offset", JsonSchemas.wholeNumber());
        JsonSchemas.withOptional(line, "error", JsonSchemas.reference("Problem"));
        ObjectNode meta = JsonSchemas.object();
        JsonSchemas.with(meta, "accepted", JsonSchemas.wholeNumber());
        JsonSchemas.with(meta, "refused", JsonSchemas.wholeNumber());
        ObjectNode receipts = JsonSchemas.object();
        JsonSchemas.with(receipts, "data", JsonSchemas.list(line));
        return JsonSchemas.with(receipts, "meta", meta);
    }

    private static ObjectNode nullable() {
        return JsonSchemas.nullable(JsonSchemas.text());
    }
}
