package org.tocsin.serve;

import io.javalin.http.Context;

/** One operation of the API. What it declares is what the OpenAPI document says and what requests are held to. */
public interface Resource {
    /** Method, path, parameters and replies. */
    Operation operation();

    /**
     * Answers a request whose parameters are all known.
     *
     * @param ctx the request and its answer
     * @param parameters those of the query and of the path, as {@link #operation} declares them
     * @throws Problem if the request cannot be answered as it is
     * @throws org.tocsin.stream.StoresUnavailable if nobody can answer now
     */
    void answer(Context ctx, QueryParameters parameters);
}
