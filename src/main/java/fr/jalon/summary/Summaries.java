package fr.jalon.summary;

import fr.jalon.execution.ErrorCode;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks for summaries as any client would; safe for use by many threads. */
public final class Summaries {

    private static final String QUERY = "query Summary($period: PeriodLabel!) { summary(period: $period) { %s } }";

    private final GraphQlEngine engine;

    /** Summaries by that engine. */
    public Summaries(GraphQlEngine engine) {
        this.engine = engine;
    }

    /**
     * The summary of a period as one text.
     *
     * @param period in any usual writing
     * @throws SummaryException if there is none
     */
    public String text(String period, SummaryFormat format) {
        return text(engine.execute(request(period, format)), period, format);
    }

    /** What to ask an engine for {@link #text(GraphQlResponse, String, SummaryFormat)}. */
    public static GraphQlRequest request(String period, SummaryFormat format) {
        return new GraphQlRequest(QUERY.formatted(format.field()), null, Map.of("period", period), Map.of(), true);
    }

    /**
     * The text in an answer to {@link #request}.
     *
     * @throws SummaryException if there is none
     */
    public static String text(GraphQlResponse response, String period, SummaryFormat format) {
        Map<String, Object> body = response.body();
        if (body.get("errors") instanceof List<?> errors) {
            throw failure(period, (Map<?, ?>) errors.get(0));
        }
        Map<?, ?> data = (Map<?, ?>) Objects.requireNonNull(body.get("data"));
        Map<?, ?> summary = (Map<?, ?>) Objects.requireNonNull(data.get("summary"));
        return (String) Objects.requireNonNull(summary.get(format.field()));
    }

    private static SummaryException failure(String period, Map<?, ?> error) {
        Map<?, ?> extensions = (Map<?, ?>) Objects.requireNonNull(error.get("extensions"));
        ErrorCode code = ErrorCode.valueOf(String.valueOf(extensions.get("code")));
        return new SummaryException(code, period, "no summary could be made: " + error.get("message"));
    }
}
