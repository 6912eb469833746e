package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/collections}: events and incidents as OGC API Features describes collections. */
final class CollectionsResource implements Resource {
    private static final String PATH = "/v1/collections";

    private static final Operation OPERATION = Operation.get(
            PATH,
            "The collections of OGC API Features: events and incidents.",
            List.of(),
            Reply.ok("The collections.", schema()),
            Reply.badRequest());

    private final List<Gathering<?>> gatherings;

    CollectionsResource(List<Gathering<?>> gatherings) {
        this.gatherings = List.copyOf(gatherings);
    }

    private static ObjectNode schema() {
        ObjectNode collections =
                JsonSchemas.with(JsonSchemas.object(), "links", JsonSchemas.list(JsonSchemas.reference("Link")));
        return JsonSchemas.with(collections, "collections", JsonSchemas.list(JsonSchemas.reference("Collection")));
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        String root = new Links(ctx).root();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("links").add(Links.link("self", root + PATH, AnswerFormat.JSON.mediaType()));
        ArrayNode collections = answer.putArray("collections");
        gatherings.forEach(gathering -> collections.add(describe(gathering, root)));
        Sending.tagged(ctx, AnswerFormat.JSON.mediaType(), answer);
    }

    /** A collection as OGC API Features describes it. */
    static ObjectNode describe(Gathering<?> gathering, String root) {
        String path = root + PATH + "/" + gathering.name();
        ObjectNode collection = JsonNodeFactory.instance
                .objectNode()
                .put("id", gathering.name())
                .put("title", gathering.component())
                .put("description", gathering.title())
                .put("itemType", "feature");
        collection.putArray("crs").add("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        ObjectNode extent = collection.putObject("extent");
        extent.putObject("spatial")
                .putArray("bbox")
                .addArray()
                .add(-180)
                .add(-90)
                .add(180)
                .add(90);
        extent.putObject("temporal").putArray("interval").addArray().addNull().addNull();
        collection
                .putArray("links")
                .add(Links.link("self", path, AnswerFormat.JSON.mediaType()))
                .add(Links.link("items", path + "/items", AnswerFormat.GEOJSON.mediaType()))
                .add(Links.link("items", path + "/items?f=json", AnswerFormat.JSON.mediaType()))
                .add(Links.link("items", path + "/items?f=csv", AnswerFormat.CSV.mediaType()));
        return collection;
    }
}
