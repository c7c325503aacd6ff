package fr.jalon.http;

import fr.jalon.access.UnavailableAuthentication;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered where no route answers, or one fails. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(HttpFailure.class, (failure, context) -> Reply.failure(context, failure, AnswerType.JSON));
        routes.exception(
                UnavailableAuthentication.class,
                (away, context) -> Reply.failure(
                        context,
                        HttpFailure.busy(String.valueOf(away.getMessage()), Duration.ofSeconds(1)),
                        AnswerType.JSON));
        routes.exception(MethodNotAllowedResponse.class, (refusal, context) -> {
            String allowed = String.join(", ", refusal.getDetails().values());
            context.header("Allow", allowed);
            Reply.failure(context, methodNotAllowed(context, allowed), AnswerType.JSON);
        });
        routes.exception(HttpResponseException.class, (refusal, context) -> {
            HttpFailure failure = refusal.getStatus() == 404
                    ? HttpFailure.notFound(context.path())
                    : HttpFailure.refused(refusal.getStatus(), "This is not a request the server understands");
            Reply.failure(context, failure, AnswerType.JSON);
        });
        routes.exception(Exception.class, (failure, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), failure);
            Reply.failure(context, HttpFailure.internal(), AnswerType.JSON);
        });
    }

    private static HttpFailure methodNotAllowed(Context context, String allowed) {
        String message = "%s does not take %s; expected one of %s".formatted(context.path(), context.method(), allowed);
        return HttpFailure.refused(405, message);
    }

    /** What Jetty refuses before a route sees it, told in the same shape as every other failure. */
    static final class TransportErrors extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            byte[] body = fill(response.getStatus(), response.getHeaders());
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }

        private static byte[] fill(int status, HttpFields.Mutable headers) {
            BrowserPolicy.secure(headers::put);
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
                    HttpFailure.refused(
                            status, "This version of HTTP is not served here; expected HTTP/1.1 or HTTP/1.0");
                case 501 -> HttpFailure.refused(status, "The server has no means for what the request asks of HTTP");
                case 503 -> HttpFailure.refused(status, "The server is stopping; try again soon");
                default ->
                    status < 500
                            ? HttpFailure.refused(status, "This is not a well-formed HTTP request")
                            : HttpFailure.internal();
            };
        }
    }
}
