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
            case 408 -> HttpFailure.refused(status, "The request took too long to come");
            case 414 -> HttpFailure.refused(status, "The address is too long; send the query by POST");
            case 431 -> HttpFailure.refused(status, "The headers are too large");
            case 417 -> HttpFailure.refused(status, "Expect asks for something else than 100-continue");
            case 426, 505 ->
                HttpFailure.refused(status, "This version of HTTP is not served here; expected HTTP/1.1 or HTTP/1.0");
            case 501 -> HttpFailure.refused(status, "The server has no means for what the request asks of HTTP");
            case 503 -> HttpFailure.refused(status, "The server is stopping; try again soon");
            default ->
                status < 500
                        ? HttpFailure.refused(status, "This is not a well-formed HTTP request")
                        : HttpFailure.internal();
        };
    }
}
