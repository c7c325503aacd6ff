package fr.jalon.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered where no route answers, or one fails. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(HttpFailure.class, (failure, context) -> Reply.failure(context, failure, AnswerType.JSON));
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
}
