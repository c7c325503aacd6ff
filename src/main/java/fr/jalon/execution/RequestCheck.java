package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.cost.GraphCounts;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.MutationStrategy.NoMutations;
import fr.jalon.execution.Operation.Answer;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells without a graph which requests are at fault, so that nobody waits for one to start only to be refused. */
public final class RequestCheck {

    private static final Answer NOTHING_READ = new Answer(JsonBuffer.of(Map.of()), List.of(), 0, Map.of());

    private final JalonEngine engine;

    /**
     * A check against that contract and those limits.
     *
     * @param fields those that the contract wants computed
     */
    public RequestCheck(Contract contract, OperationLimits limits, PageLimits pages, List<ComputedField> fields) {
        this.engine = new JalonEngine(
                contract,
                () -> AnswerKey.Version.NOT_TOLD,
                limits,
                pages,
                fields,
                ReadRenderer.ofNodes(() -> GraphCounts.NONE),
                null,
                new NoMutations(),
                (ready, extras) -> NOTHING_READ);
    }

    /** What an engine answers when document, variables or size are at fault; empty where it would read the graph. */
    public Optional<GraphQlResponse> refusal(GraphQlRequest request) {
        return Optional.of(engine.execute(request))
                .filter(response -> response.outcome() == GraphQlResponse.Outcome.REJECTED);
    }
}
