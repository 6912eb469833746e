package org.tocsin.serve;

import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the web server refuses before any operation sees it, told as all other errors are: as problem+json, repeating nothing of it. */
final class RefusedRequests extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        head(response.getHeaders());
        response.write(true, ByteBuffer.wrap(body(code)), callback);
    }

    @Override
    public ByteBuffer badMessageError(int code, @Nullable String reason, HttpFields.Mutable headers) {
        head(headers);
        return ByteBuffer.wrap(body(code));
    }

    private static void head(HttpFields.Mutable headers) {
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(Header.X_CONTENT_TYPE_OPTIONS, "nosniff");
    }

    private static byte[] body(int code) {
        HttpStatus status = HttpStatus.forStatus(code);
        String detail = switch (status) {
            case BAD_REQUEST -> "This is no request of HTTP/1.1 that is understood here";
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The head of the request is too long; 8 KiB are read";
            case URI_TOO_LONG -> "The address is too long; 8 KiB are read";
            case REQUEST_TIMEOUT -> "The request did not come in time";
            default -> status.getMessage();
        };
        return Sending.bytes(Problem.of(status, detail).json());
    }
}
