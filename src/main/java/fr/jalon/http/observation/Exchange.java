package fr.jalon.http.observation;

import fr.jalon.execution.GraphQlRequest;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be told of one request and its answer: never the document, nor a value in it. */
public final class Exchange {

    private static final String ATTRIBUTE = "exchange";
    private static final String NO_ROUTE = "-";

    private final long began = System.nanoTime();
    private @Nullable String operation;
    private OptionalLong cost = OptionalLong.empty();
    private List<String> codes = List.of();

    private Exchange() {}

    /** Begins with a request. */
    static Exchange begin(Context context) {
        Exchange exchange = new Exchange();
        context.attribute(ATTRIBUTE, exchange);
        return exchange;
    }

    /** The exchange of a request that has begun. */
    public static Exchange of(Context context) {
        return Objects.requireNonNull(context.attribute(ATTRIBUTE));
    }

    /** Tells which operation is asked for. */
    public void asks(GraphQlRequest request) {
        operation = OperationName.of(request);
    }

    /** Tells how many rows the answer holds, as estimated; empty where none was. */
    public void costs(OptionalLong rows) {
        cost = rows;
    }

    /** Tells the codes of its errors. */
    public void failsWith(List<String> with) {
        codes = with;
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

    Duration soFar() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The address as the routes write it, so that nothing a client wrote is in it. */
    static String route(Context context) {
        var endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? NO_ROUTE : endpoint.path;
    }

    /** The name of the operation that a request runs, as far as it can be told without reading the whole document. */
    static final class OperationName {

        private static final Set<String> KINDS = Set.of("query", "mutation", "subscription");
        private static final int LONGEST = 60;
        private static final int ASCII = 128;
        private static final String NONE = "-";

        private OperationName() {}

        /** The name, which is a name by its form, or a dash where none is told. */
        static String of(GraphQlRequest request) {
            String given = request.operationName();
            String name = given != null ? given : first(request.query());
            return isName(name) ? name : NONE;
        }

        /** The name of the operation that the document begins with; empty if it begins with something else. */
        private static String first(String document) {
            int start = skip(document, 0);
            int end = wordEnd(document, start);
            if (!KINDS.contains(document.substring(start, end))) {
                return "";
            }
            int name = skip(document, end);
            return document.substring(name, wordEnd(document, name));
        }

        /** Past spaces, commas, comments and the byte order mark. */
        private static int skip(String document, int from) {
            int i = from;
            while (i < document.length() && isIgnored(document.charAt(i))) {
                i = document.charAt(i) == '#' ? lineEnd(document, i) : i + 1;
            }
            return i;
        }

        private static int lineEnd(String document, int from) {
            int i = from;
            while (i < document.length() && document.charAt(i) != '\n' && document.charAt(i) != '\r') {
                i++;
            }
            return i;
        }

        private static int wordEnd(String document, int from) {
            int i = from;
            while (i < document.length() && isNamePart(document.charAt(i))) {
                i++;
            }
            return i;
        }

        private static boolean isIgnored(char c) {
            return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '#' || c == '\uFEFF';
        }

        private static boolean isName(String text) {
            return !text.isEmpty()
                    && text.length() <= LONGEST
                    && !Character.isDigit(text.charAt(0))
                    && text.chars().allMatch(c -> isNamePart((char) c));
        }

        private static boolean isNamePart(char c) {
            return c < ASCII && (Character.isLetterOrDigit(c) || c == '_');
        }
    }
}
