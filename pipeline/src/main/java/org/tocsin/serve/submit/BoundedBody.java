package org.tocsin.serve.submit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.tocsin.serve.Problem;

/** The body of a request, read up to a limit, in a media type that is understood. */
final class BoundedBody {
    private static final int BUFFER = 16 * 1024;

    private BoundedBody() {}

    /**
     * The bytes of a body.
     *
     * @param most how many at most
     * @param patience how long they may take to come
     * @throws Problem 413 if there are more, 408 if they take longer, 400 if there are none
     */
    static byte[] read(Context ctx, int most, Duration patience) {
        byte[] body;
        try {
            body = ctx.contentLength() > most
                    ? new byte[most + 1]
                    : read(ctx.req().getInputStream(), most + 1, patience);
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

    /** Reads as it comes: a body that drips would hold a thread for as long as it likes. */
    private static byte[] read(InputStream in, int most, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] some = new byte[BUFFER];
        int count = in.read(some, 0, Math.min(BUFFER, most));
        while (count > 0) {
            body.write(some, 0, count);
            if (System.nanoTime() - end > 0) {
                throw Problem.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "The body took longer than " + patience.toMillis() + " ms; send less at a time");
            }
            count = in.read(some, 0, Math.min(BUFFER, most - body.size()));
        }
        return body.toByteArray();
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
