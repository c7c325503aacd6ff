package fr.jalon.summary;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes summaries from what the graph answers; safe for use by many threads. */
public final class Summaries {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUERY = query();

    private final GraphQlEngine engine;

    /** Summaries of the graph behind that engine. */
    public Summaries(GraphQlEngine engine) {
        this.engine = engine;
    }

    /**
     * The summary of a period.
     *
     * @param period in any usual writing; the title repeats it as it is
     * @throws SummaryException if the graph does not answer
     */
    public Summary of(String period) {
        return summary(period, answer(period));
    }

    static Summary summary(String period, Answer answer) {
        Sources sources = new Sources();
        List<Block> blocks = new ArrayList<>(Scope.blocks(answer, period));
        blocks.addAll(Deadlines.blocks(answer, sources));
        blocks.addAll(Openings.blocks(answer, sources));
        blocks.addAll(OpenMandates.blocks(answer, sources));
        blocks.addAll(UnservedObjectives.blocks(answer, sources));
        blocks.addAll(Contradictions.blocks(answer, sources));
        blocks.addAll(sources.blocks());
        return new Summary("Synthèse pour le CIAD : " + period, List.copyOf(blocks));
    }

    private Answer answer(String period) {
        Map<String, Object> variables = Map.of("period", period);
        Map<String, Object> body = engine.execute(new GraphQlRequest(QUERY, null, variables, Map.of(), true))
                .body();
        if (body.get("errors") instanceof List<?> errors && errors.get(0) instanceof Map<?, ?> error) {
            throw new SummaryException("no summary could be made: " + error.get("message"));
        }
        return JSON.convertValue(Objects.requireNonNull(body.get("data")), Answer.class);
    }

    private static String query() {
        try (InputStream file = Summaries.class.getResourceAsStream("/summary/summary.graphql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
