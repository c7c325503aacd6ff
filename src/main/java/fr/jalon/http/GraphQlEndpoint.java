package fr.jalon.http;

import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import fr.jalon.http.PostBody.BodyRoom;
import fr.jalon.http.documents.DocumentStore;
import fr.jalon.tabular.TableFormat;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code /graphql}: media types and status codes only, the rest is the engine's
 * (<a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>).
 */
final class GraphQlEndpoint {

    private final Answers answers;
    private final TableEndpoint tables;
    private final PostBody body;
    private final BodyRoom room;
    private final RequestReader requests;
    private final CompressedAnswers compressed = new CompressedAnswers(CacheRoom.COMPRESSED);

    /** @param own documents that the server's own pages ask */
    GraphQlEndpoint(Answers answers, TableEndpoint tables, WebSettings settings, List<String> own) {
        this.answers = answers;
        this.tables = tables;
        this.body = PostBody.upTo(settings.maxBodyBytes());
        this.room = new BodyRoom(body, settings.load().patience());
        this.requests = new RequestReader(new DocumentStore(settings.documents(), own));
    }

    void get(Context context) throws Exception {
        answer(context, () -> requests.fromQueryString(QueryString.of(context)));
    }

    void post(Context context) throws Exception {
        room.within(context, () -> answer(context, () -> requests.fromBody(body.of(context))));
    }

    @FunctionalInterface
    private interface Reader {
        GraphQlRequest read() throws IOException;
    }

    private void answer(Context context, Reader reader) throws IOException {
        context.res().addHeader("Vary", "Accept");
        Optional<TableFormat> table = TableEndpoint.wanted(context);
        AnswerType type =
                table.isPresent() ? AnswerType.GRAPHQL_RESPONSE : AnswerType.wanted(HeaderList.of(context, "Accept"));
        try {
            GraphQlRequest request = reader.read();
            Optional<GraphQlResponse> refused = table.flatMap(format -> tables.answer(request, format, context));
            if (table.isEmpty()) {
                respond(context, type, request);
            } else {
                refused.ifPresent(response -> send(context, type, response));
            }
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
                () -> compressed.of(response, response::json));
    }
}
