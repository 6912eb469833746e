package org.tocsin.serve.submit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.tocsin.serve.Problem;

/** The body of a request, read up to a limit, in a media type that is understood. */
final class BoundedBody {
    private BoundedBody() {}

    /**
     * The bytes of a body.
     *
     * @param most how many at most
     * @throws Problem 413 if there are more, 400 if there are none
     */
    static byte[] read(Context ctx, int most) {
        byte[] body;
        try {
            body = ctx.contentLength() > most
                    ? new byte[most + 1]
                    : ctx.req().getInputStream().readNBytes(most + 1);
        } catch (IOException e) {
            throw Problem.badRequest("The body broke off: " + e.getClass().getSimpleName());
        }
        if (body.length > most) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is longer than " + most + " bytes; send it in parts, or raise the limit of the server");
        }
        if (body.length == 0) {
            throw Problem.badRequest("The body is empty");
        }
        return body;
    }

    /**
     * The media type of a body, in lower case and without parameters.
     *
     * @param understood the types that are
     * @throws Problem 415 if it is none of them, or the body is encoded
     */
    static String mediaType(Context ctx, List<String> understood) {
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is encoded; send it without Content-Encoding");
        }
        String type = ctx.contentType();
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!understood.contains(plain)) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    (plain.isEmpty() ? "The request has no Content-Type" : "This Content-Type is not understood")
                            + "; it is one of: " + String.join(", ", understood));
        }
        return plain;
    }
}
