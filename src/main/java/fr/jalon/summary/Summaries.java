package fr.jalon.summary;

import fr.jalon.execution.ComputedField;
import fr.jalon.execution.ErrorCode;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.period.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Summaries as files: read by the server's own document, and written from what it finds. */
public final class Summaries {

    private static final ComputedField FIELD = new SummaryField();

    private Summaries() {}

    /**
     * The summary of a period by that engine.
     *
     * @param period in any usual writing
     * @throws SummaryException if there is none
     */
    public static byte[] bytes(GraphQlEngine engine, String period, SummaryFormat format) {
        return bytes(engine.execute(request(period)), period, format);
    }

    /** What to ask an engine for {@link #bytes(GraphQlResponse, String, SummaryFormat)}. */
    public static GraphQlRequest request(String period) {
        return GraphQlRequest.own(FIELD, Map.of("period", period, SummaryFormat.HTML.word(), true));
    }

    /** A query for which an engine reads as much. */
    public static String query() {
        return "{ summary(period: \"2022\") { title } }";
    }

    /**
     * The summary in an answer to {@link #request}.
     *
     * @throws SummaryException if there is none
     */
    public static byte[] bytes(GraphQlResponse response, String period, SummaryFormat format) {
        Map<String, Object> body = response.body();
        if (body.get("errors") instanceof List<?> errors) {
            throw failure(period, (Map<?, ?>) errors.get(0));
        }
        Map<?, ?> data = (Map<?, ?>) Objects.requireNonNull(body.get("data"));
        String label = Period.parse(period).label();
        return format.bytes(Summary.of(label, Answer.of(data)).text());
    }

    private static SummaryException failure(String period, Map<?, ?> error) {
        Map<?, ?> extensions = (Map<?, ?>) Objects.requireNonNull(error.get("extensions"));
        ErrorCode code = ErrorCode.valueOf(String.valueOf(extensions.get("code")));
        return new SummaryException(code, period, "no summary could be made: " + error.get("message"));
    }
}
