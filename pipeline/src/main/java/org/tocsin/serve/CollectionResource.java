package org.tocsin.serve;

import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/collections/NAME}: one collection as OGC API Features describes it. */
final class CollectionResource implements Resource {
    private final Gathering<?> gathering;

    CollectionResource(Gathering<?> gathering) {
        this.gathering = gathering;
    }

    @Override
    public Operation operation() {
        return Operation.get(
                "/v1/collections/" + gathering.name(),
                "The collection " + gathering.name() + " as OGC API Features describes it.",
                List.of(),
                Reply.ok("The collection.", JsonSchemas.reference("Collection")),
                Reply.badRequest());
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Sending.tagged(
                ctx, AnswerFormat.JSON.mediaType(), CollectionsResource.describe(gathering, new Links(ctx).root()));
    }
}
