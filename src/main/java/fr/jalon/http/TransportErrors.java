package fr.jalon.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses before a route sees it, told in the same shape as every other failure. */
final class TransportErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] body = fill(response.getStatus(), response.getHeaders());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static byte[] fill(int status, HttpFields.Mutable headers) {
        SecurityHeaders.addTo(headers::put);
        byte[] body = Json.write(failure(status).body());
        headers.put(HttpHeader.CONTENT_TYPE, Reply.JSON);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        return body;
    }

    private static HttpFailure failure(int status) {
        return switch (status) {
            case 414 -> HttpFailure.refused(status, "The address is too long; send the query by POST");
            case 431 -> HttpFailure.refused(status, "The headers are too large");
            case 505 -> HttpFailure.refused(status, "This server speaks HTTP/1.1 and 1.0");
            case 503 -> HttpFailure.refused(status, "The server is stopping; try again soon");
            default ->
                status < 500
                        ? HttpFailure.refused(status, "This is not a well-formed HTTP request")
                        : HttpFailure.internal();
        };
    }
}
