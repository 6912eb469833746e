package org.tocsin.serve;

import io.javalin.http.Context;
import java.util.List;

/** One path of the API that is still to be declared as a {@link Resource}. */
interface PlainResource {
    /** The path, for example {@code /v1/events}. */
    String path();

    /** What it answers, in one sentence, for the index. */
    String summary();

    /** The query parameters that it understands, in the order of the documentation. */
    List<String> parameters();

    /** Answers a GET request whose parameters are all known. */
    void answer(Context ctx, PlainParameters parameters);
}
