package fr.jalon.http;

import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/**
 * {@code /graphql}: media types and status codes only, the rest is the engine's
 * (<a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>).
 */
final class GraphQlEndpoint {

    private final GraphQlEngine engine;
    private final int maxBodyBytes;

    GraphQlEndpoint(GraphQlEngine engine, int maxBodyBytes) {
        this.engine = engine;
        this.maxBodyBytes = maxBodyBytes;
    }

    void get(Context context) throws Exception {
        answer(context, () -> RequestReader.fromQueryString(context.queryParamMap()));
    }

    void post(Context context) throws Exception {
        answer(context, () -> {
            checkContentType(context);
            return RequestReader.fromBody(body(context));
        });
    }

    @FunctionalInterface
    private interface Reader {
        GraphQlRequest read() throws IOException;
    }

    private void answer(Context context, Reader reader) throws IOException {
        context.res().addHeader("Vary", "Accept");
        AnswerType type = AnswerType.wanted(context.header("Accept"));
        try {
            send(context, type, engine.execute(reader.read()));
        } catch (HttpFailure failure) {
            Reply.failure(context, failure, type.contentType());
        }
    }

    private static void send(Context context, AnswerType type, GraphQlResponse response) {
        if (response.outcome() == Outcome.NOT_READ_ONLY) {
            context.header("Allow", "POST");
        }
        Reply.send(context, type.status(response.outcome()), type.contentType(), response.json());
    }

    private static void checkContentType(Context context) {
        String given = context.header("Content-Type");
        List<HeaderList.Item> types =
                HeaderList.parse(given == null ? "" : given).items();
        boolean json = types.size() == 1
                && types.get(0).value().equals("application/json")
                && (types.get(0).charset() == null || types.get(0).charset().equals("utf-8"));
        if (!json) {
            throw HttpFailure.refused(
                    415,
                    "Content-Type is %s; expected application/json in UTF-8"
                            .formatted(given == null ? "missing" : given));
        }
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw HttpFailure.refused(415, "Content-Encoding is %s; expected a body as it is".formatted(encoding));
        }
    }

    /** Reads one byte more than allowed, since the length a client tells may be missing or wrong. */
    private byte[] body(Context context) throws IOException {
        if (context.req().getContentLengthLong() <= maxBodyBytes) {
            byte[] body = context.req().getInputStream().readNBytes(maxBodyBytes + 1);
            if (body.length <= maxBodyBytes) {
                return body;
            }
        }
        throw HttpFailure.refused(413, "The body is larger than %d bytes".formatted(maxBodyBytes));
    }
}
