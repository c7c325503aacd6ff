package fr.jalon.http;

import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import fr.jalon.execution.UnavailableException;
import fr.jalon.http.observation.Exchange;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers by the engine, when it is a request's turn, unless the client holds the answer already, or the engine does; tells
 * clients how long an answer holds (<a href="https://www.rfc-editor.org/rfc/rfc9111">RFC 9111</a>).
 *
 * @param maxAge how long an answer to a GET may be used again without asking
 */
record Answers(GraphQlEngine engine, Gate gate, Duration maxAge) {

    private static final int NOT_MODIFIED = 304;

    /**
     * The answer to a request; what is to be told of it in headers, counts and the log is told.
     *
     * @param form in which the answer is sent, for each is told apart
     * @return empty where the client was told that it holds the answer
     * @throws HttpFailure 503 if too many wait
     */
    Optional<GraphQlResponse> to(GraphQlRequest came, String form, Context context) throws IOException {
        GraphQlRequest request = Authenticator.asked(came, context);
        Exchange.of(context).asks(request);
        AnswerKey key;
        try {
            // The version is asked first, so that no answer is older than its tag.
            key = AnswerKey.of(engine.version(), request, form);
        } catch (UnavailableException away) {
            // Nobody waits for a turn to be told the same.
            return Optional.of(describe(away.response(), Optional.empty(), context));
        }
        Optional<EntityTag> tag = EntityTag.of(key);
        String held = HeaderList.joined(context, "If-None-Match");
        if (tag.isPresent() && tag.get().isListedIn(held)) {
            confirm(context, tag.get());
            return Optional.empty();
        }
        GraphQlResponse response = engine.kept(key).orElseGet(() -> gate.pass(() -> engine.execute(request, key)));
        return Optional.of(describe(response, tag, context));
    }

    /** A page of a list that is sent as a table: when it is its turn, or the reason why there was none. */
    GraphQlResponse page(GraphQlRequest request) {
        try {
            return gate.pass(() -> engine.execute(request));
        } catch (HttpFailure busy) {
            return GraphQlResponse.unavailable(String.valueOf(busy.getMessage()));
        }
    }

    /** An answer with errors, or of a change, is never to be used again. */
    private GraphQlResponse describe(GraphQlResponse response, Optional<EntityTag> tag, Context context) {
        Exchange.of(context).costs(response.cost());
        Exchange.of(context).failsWith(response.codes());
        tag.filter(each -> response.isRepeatable())
                .ifPresentOrElse(each -> addTo(context, each), () -> context.header("Cache-Control", "no-store"));
        if (response.outcome() == Outcome.UNAVAILABLE) {
            context.header("Retry-After", "1");
        }
        return response;
    }

    /** Answers that what the client holds is what it would be sent; a POST is told so too, being a query. */
    private void confirm(Context context, EntityTag tag) throws IOException {
        context.res().addHeader("Vary", "Accept-Encoding");
        addTo(context, tag);
        context.status(NOT_MODIFIED).res().setContentType(null);
        // Otherwise the length of nothing would be told as that of the answer.
        context.res().flushBuffer();
    }

    private void addTo(Context context, EntityTag tag) {
        boolean reusable = !maxAge.isZero() && !context.method().name().equals("POST");
        context.header("ETag", tag.header())
                .header("Cache-Control", reusable ? "max-age=" + maxAge.toSeconds() : "no-cache");
    }

    /**
     * Names an answer, so that a client who holds it need not be sent it again
     * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, section 8.8.3</a>).
     *
     * <p>It is weak, since an answer has the same one compressed or not.
     *
     * @param opaque what stands between the quotes
     */
    record EntityTag(String opaque) {

        /** One tag of a list, whatever it is compared by; a comma within the quotes is part of it. */
        private static final Pattern TAG = Pattern.compile("\\G[\\s,]*+(?:W/)?+\"([^\"]*+)\"(?=\\s*+(?:,|$))");

        /** The tag of the answer under that key; empty where the same key may get another answer. */
        static Optional<EntityTag> of(AnswerKey key) {
            return key.isRepeatable() ? Optional.of(new EntityTag(key.digest())) : Optional.empty();
        }

        /** Whether an {@code If-None-Match} lists it; {@code *} names no answer, so that it never does. */
        boolean isListedIn(@Nullable String ifNoneMatch) {
            return ifNoneMatch != null
                    && TAG.matcher(ifNoneMatch)
                            .results()
                            .anyMatch(found -> found.group(1).equals(opaque));
        }

        /** The value of the {@code ETag} header. */
        String header() {
            return "W/\"" + opaque + "\"";
        }
    }
}
