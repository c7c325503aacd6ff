package fr.jalon.http;

import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.GraphQlResponse.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The media types of an answer, and the status codes that go with each
 * (<a href="https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes">GraphQL over HTTP, Status Codes</a>).
 */
enum AnswerType {
    /** For clients from before the specification: with it, every well-formed request gets 200. */
    JSON(AnswerKey.JSON) {
        @Override
        int status(Outcome outcome) {
            return switch (outcome) {
                case EXECUTED, REJECTED, UNAVAILABLE -> OK;
                case NOT_READ_ONLY -> METHOD_NOT_ALLOWED;
                case UNAUTHENTICATED -> UNAUTHORIZED;
                case FORBIDDEN -> NOT_ALLOWED;
            };
        }
    },
    /** Its status tells how far the request came. */
    GRAPHQL_RESPONSE("application/graphql-response+json") {
        @Override
        int status(Outcome outcome) {
            return switch (outcome) {
                case EXECUTED -> OK;
                case REJECTED -> 400;
                case NOT_READ_ONLY -> METHOD_NOT_ALLOWED;
                case UNAVAILABLE -> 503;
                case UNAUTHENTICATED -> UNAUTHORIZED;
                case FORBIDDEN -> NOT_ALLOWED;
            };
        }
    };

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_ALLOWED = 403;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final String mediaType;

    AnswerType(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract int status(Outcome outcome);

    String mediaType() {
        return mediaType;
    }

    /** The value of the {@code Content-Type} header. */
    String contentType() {
        return mediaType + ";charset=utf-8";
    }

    /**
     * The type the client wants most; between equals the one it wrote first, and JSON where it left the choice.
     *
     * @throws HttpFailure 406 if it accepts neither
     */
    static AnswerType wanted(HeaderList accept) {
        List<HeaderList.Item> items = accept.items();
        if (items.isEmpty()) {
            return JSON;
        }
        return Stream.of(values())
                .flatMap(type -> type.matchIn(items).stream())
                .filter(match -> match.weight() > 0)
                .min(Comparator.comparingDouble(Match::weight).reversed().thenComparingInt(Match::position))
                .map(Match::type)
                .orElseThrow(() -> HttpFailure.refused(
                        406,
                        "Accept allows neither %s nor %s; expected one of them"
                                .formatted(GRAPHQL_RESPONSE.mediaType, JSON.mediaType)));
    }

    private record Match(AnswerType type, double weight, int position) {}

    /** The weight of a type is that of the most specific range that covers it. */
    private Optional<Match> matchIn(List<HeaderList.Item> items) {
        return Stream.of(mediaType, "application/*", "*/*")
                .flatMap(range -> Stream.iterate(0, i -> i < items.size(), i -> i + 1)
                        .filter(i -> items.get(i).value().equals(range) && isUtf8(items.get(i)))
                        .map(i -> new Match(this, items.get(i).weight(), i)))
                .findFirst();
    }

    private static boolean isUtf8(HeaderList.Item item) {
        return item.charset() == null || item.charset().equals("utf-8");
    }
}
