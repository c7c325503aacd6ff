package fr.jalon.http;

import fr.jalon.execution.GraphQlRequest;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is to be told of one request and its answer: never the document, nor a value in it. */
final class Exchange {

    private static final String ATTRIBUTE = "exchange";
    private static final String NO_ROUTE = "-";

    private final Trace trace;
    private final long began = System.nanoTime();
    private @Nullable String operation;
    private OptionalLong cost = OptionalLong.empty();
    private List<String> codes = List.of();
    private byte[] body = {};

    private Exchange(Trace trace) {
        this.trace = trace;
    }

    /** Begins with a request. */
    static Exchange begin(Context context) {
        Exchange exchange = new Exchange(Trace.of(HeaderList.single(context, "traceparent")));
        context.attribute(ATTRIBUTE, exchange);
        return exchange;
    }

    static Exchange of(Context context) {
        return Objects.requireNonNull(context.attribute(ATTRIBUTE));
    }

    void asks(GraphQlRequest request) {
        operation = OperationName.of(request);
    }

    void costs(OptionalLong rows) {
        cost = rows;
    }

    void failsWith(List<String> with) {
        codes = with;
    }

    /** What is sent once all has been told. */
    void answers(byte[] with) {
        body = with;
    }

    Trace trace() {
        return trace;
    }

    /** The name of the operation, if the request came so far. */
    @Nullable
    String operation() {
        return operation;
    }

    /** Rows of the answer as estimated, if the request came so far. */
    OptionalLong cost() {
        return cost;
    }

    List<String> codes() {
        return codes;
    }

    byte[] body() {
        return body;
    }

    Duration soFar() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The address as the routes write it, so that nothing a client wrote is in it. */
    static String route(Context context) {
        var endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? NO_ROUTE : endpoint.path;
    }
}
