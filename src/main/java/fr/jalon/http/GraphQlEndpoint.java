package fr.jalon.http;

import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /graphql}: media types and status codes only, the rest is the engine's
 * (<a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>).
 */
final class GraphQlEndpoint {

    private final GraphQlEngine engine;
    private final PostBody body;
    private final KnownDocuments documents;
    private final Freshness freshness;
    private final Gate gate;
    private final CompressedAnswers compressed = new CompressedAnswers();

    GraphQlEndpoint(GraphQlEngine engine, WebSettings settings, Gate gate) {
        this.engine = engine;
        this.body = new PostBody(settings.maxBodyBytes());
        this.documents = new KnownDocuments(settings.documents());
        this.gate = gate;
        this.freshness = new Freshness(settings.maxAge());
    }

    void get(Context context) throws Exception {
        answer(context, () -> RequestReader.fromQueryString(context.queryParamMap()));
    }

    void post(Context context) throws Exception {
        answer(context, () -> RequestReader.fromBody(body.of(context)));
    }

    @FunctionalInterface
    private interface Reader {
        Asked read() throws IOException;
    }

    private void answer(Context context, Reader reader) throws IOException {
        context.res().addHeader("Vary", "Accept");
        AnswerType type = AnswerType.wanted(context.header("Accept"));
        try {
            respond(context, type, documents.complete(reader.read()));
        } catch (HttpFailure failure) {
            Reply.failure(context, failure, type);
        }
    }

    /** The version is asked first, so that no answer is older than its tag. */
    private void respond(Context context, AnswerType type, GraphQlRequest request) throws IOException {
        Exchange.of(context).asks(request);
        Optional<String> version = engine.version();
        Optional<EntityTag> tag = version.map(told -> EntityTag.of(told, type, request));
        if (freshness.isHeld(context, tag)) {
            freshness.confirm(context, tag.orElseThrow());
            return;
        }
        GraphQlResponse response =
                gate.pass(() -> engine.execute(version.map(request::at).orElse(request)));
        Exchange.of(context).costs(response.cost());
        Exchange.of(context).failsWith(response.codes());
        freshness.tell(context, response, tag);
        send(context, type, response);
    }

    private void send(Context context, AnswerType type, GraphQlResponse response) {
        if (response.outcome() == Outcome.NOT_READ_ONLY) {
            context.header("Allow", "POST");
        } else if (response.outcome() == Outcome.UNAVAILABLE) {
            context.header("Retry-After", "1");
        }
        Reply.send(
                context,
                type.status(response.outcome()),
                type.contentType(),
                response.json(),
                () -> compressed.of(response));
    }
}
