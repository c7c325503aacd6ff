package fr.jalon.http;

import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * {@code /graphql}: media types and status codes only, the rest is the engine's
 * (<a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>).
 */
final class GraphQlEndpoint {

    private final Answers answers;
    private final PostBody body;
    private final BodyRoom room;
    private final KnownDocuments documents;
    private final CompressedAnswers compressed = new CompressedAnswers();

    GraphQlEndpoint(Answers answers, WebSettings settings) {
        this.answers = answers;
        this.body = PostBody.upTo(settings.maxBodyBytes());
        this.room = new BodyRoom(body, settings.load().patience());
        this.documents = new KnownDocuments(settings.documents());
    }

    void get(Context context) throws Exception {
        answer(context, () -> RequestReader.fromQueryString(QueryString.of(context)));
    }

    void post(Context context) throws Exception {
        room.within(context, () -> answer(context, () -> RequestReader.fromBody(body.of(context))));
    }

    @FunctionalInterface
    private interface Reader {
        Asked read() throws IOException;
    }

    private void answer(Context context, Reader reader) throws IOException {
        context.res().addHeader("Vary", "Accept");
        AnswerType type = AnswerType.wanted(HeaderList.of(context, "Accept"));
        try {
            respond(context, type, documents.complete(reader.read()));
        } catch (HttpFailure failure) {
            Reply.failure(context, failure, type);
        }
    }

    private void respond(Context context, AnswerType type, GraphQlRequest request) throws IOException {
        answers.to(request, type.mediaType(), context).ifPresent(response -> send(context, type, response));
    }

    private void send(Context context, AnswerType type, GraphQlResponse response) {
        if (response.outcome() == Outcome.NOT_READ_ONLY) {
            context.header("Allow", "POST");
        }
        Reply.send(
                context,
                type.status(response.outcome()),
                type.contentType(),
                response.json(),
                () -> compressed.of(response));
    }
}
