package fr.jalon.http;

import fr.jalon.execution.GraphQlRequest;
import fr.jalon.http.documents.DocumentFailure;
import fr.jalon.http.documents.DocumentFailure.Kind;
import fr.jalon.http.documents.DocumentStore;
import fr.jalon.text.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a GraphQL request, or says which of them is wrong
 * (<a href="https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters">GraphQL over HTTP, Request
 * Parameters</a>).
 */
final class RequestReader {

    private static final String EXPECTED = "expected an object such as {\"query\": \"{ __typename }\"}";

    private static final Set<String> KEYS = Set.of("query", "documentId", "operationName", "variables", "extensions");
    private static final int LONGEST_SHOWN = 60;

    private final DocumentStore documents;

    /** A reader that finds documents which are only named there. */
    RequestReader(DocumentStore documents) {
        this.documents = documents;
    }

    /**
     * The request in the body of a POST.
     *
     * @throws HttpFailure 400 if it is not well-formed
     */
    GraphQlRequest fromBody(byte[] body) {
        if (body.length == 0) {
            throw HttpFailure.badRequest("The body is empty; " + EXPECTED);
        }
        Object json = Json.parse(body, "The body");
        if (json instanceof List) {
            throw HttpFailure.badRequest(
                    "The body is an array, and batches are not served: send one request at a time, or several root fields in one; "
                            + EXPECTED);
        }
        if (!(json instanceof Map<?, ?> parameters)) {
            throw HttpFailure.badRequest("The body is " + kind(json) + "; " + EXPECTED);
        }
        return request(parameters, false);
    }

    /**
     * The request in the query string of a GET; only a query may run.
     *
     * @throws HttpFailure 400 if it is not well-formed
     */
    GraphQlRequest fromQueryString(Map<String, List<String>> given) {
        Map<String, Object> parameters = new java.util.HashMap<>();
        given.forEach((name, values) -> {
            if (values.size() != 1 && KEYS.contains(name)) {
                throw HttpFailure.badRequest(
                        "The parameter \"%s\" is there %s times; expected once".formatted(name, values.size()));
            }
            // An empty parameter counts as none, since a URL has no other way to say so.
            if (!values.get(0).isEmpty()) {
                parameters.put(name, values.get(0));
            }
        });
        parseObject(parameters, "variables");
        parseObject(parameters, "extensions");
        return request(parameters, true);
    }

    private static void parseObject(Map<String, Object> parameters, String name) {
        if (parameters.get(name) instanceof String text) {
            parameters.put(name, Json.parse(text, "The parameter \"" + name + "\""));
        }
    }

    private static HttpFailure withoutQuery(String found) {
        return HttpFailure.badRequest("\"query\" is missing; %s%s".formatted(found, EXPECTED));
    }

    /** Other keys are ignored, as the specification says, but where nothing names a document one of them was meant to. */
    private static void requireDocument(Map<?, ?> parameters) {
        if (Stream.of("query", "documentId", "extensions").allMatch(key -> parameters.get(key) == null)) {
            parameters.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> !KEYS.contains(key))
                    .min(Comparator.comparing(key -> Nearest.of(key, KEYS).isEmpty()))
                    .ifPresent(key -> {
                        String shown = key.length() <= LONGEST_SHOWN ? key : key.substring(0, LONGEST_SHOWN) + "…";
                        String meant = Nearest.question(key, KEYS);
                        throw withoutQuery("unknown key \"%s\"%s ".formatted(shown, meant.isEmpty() ? ";" : meant));
                    });
        }
    }

    private GraphQlRequest request(Map<?, ?> parameters, boolean readOnly) {
        requireDocument(parameters);
        String query = text(parameters, "query");
        String documentId = text(parameters, "documentId");
        String operationName = text(parameters, "operationName");
        Map<String, Object> variables = object(parameters, "variables");
        Map<String, Object> extensions = object(parameters, "extensions");
        try {
            String document = documents.document(query, documentId, extensions);
            return new GraphQlRequest(document, operationName, variables, extensions, readOnly);
        } catch (DocumentFailure failure) {
            throw failure.kind() == Kind.MISSING ? withoutQuery("") : HttpFailure.of(failure);
        }
    }

    private static @Nullable String text(Map<?, ?> parameters, String name) {
        Object value = parameters.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw HttpFailure.badRequest("\"%s\" is %s; expected a string".formatted(name, kind(value)));
    }

    @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
    private static Map<String, Object> object(Map<?, ?> parameters, String name) {
        Object value = parameters.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw HttpFailure.badRequest("\"%s\" is %s; expected an object".formatted(name, kind(value)));
    }

    private static String kind(@Nullable Object json) {
        if (json == null) {
            return "null";
        }
        if (json instanceof List) {
            return "an array";
        }
        if (json instanceof Map) {
            return "an object";
        }
        return json instanceof String ? "a string" : json instanceof Number ? "a number" : "a boolean";
    }
}
