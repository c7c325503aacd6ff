package fr.jalon.http;

import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import fr.jalon.execution.UnavailableException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Answers by the engine, when it is a request's turn, unless the client holds the answer already, or the engine does. */
record Answers(GraphQlEngine engine, Gate gate, Freshness freshness) {

    /**
     * The answer to a request; what is to be told of it in headers, counts and the log is told.
     *
     * @param form in which the answer is sent, for each is told apart
     * @return empty where the client was told that it holds the answer
     * @throws HttpFailure 503 if too many wait
     */
    Optional<GraphQlResponse> to(GraphQlRequest request, String form, Context context) throws IOException {
        Exchange.of(context).asks(request);
        AnswerKey key;
        try {
            // The version is asked first, so that no answer is older than its tag.
            key = AnswerKey.of(engine.version(), request, form);
        } catch (UnavailableException away) {
            // Nobody waits for a turn to be told the same.
            return Optional.of(told(away.response(), Optional.empty(), context));
        }
        Optional<EntityTag> tag = EntityTag.of(key);
        if (freshness.isHeld(context, tag)) {
            freshness.confirm(context, tag.orElseThrow());
            return Optional.empty();
        }
        GraphQlResponse response = engine.kept(key).orElseGet(() -> gate.pass(() -> engine.execute(request, key)));
        return Optional.of(told(response, tag, context));
    }

    private GraphQlResponse told(GraphQlResponse response, Optional<EntityTag> tag, Context context) {
        Exchange.of(context).costs(response.cost());
        Exchange.of(context).failsWith(response.codes());
        freshness.tell(context, response, tag);
        if (response.outcome() == Outcome.UNAVAILABLE) {
            context.header("Retry-After", "1");
        }
        return response;
    }
}
