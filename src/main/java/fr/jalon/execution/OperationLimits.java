package fr.jalon.execution;

import fr.jalon.execution.Failure.Position;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.PlanSize;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * How much one GraphQL operation may ask; every check fails with {@link Refused}.
 *
 * @param most a number for each limit
 * @param explain whether a client may see the statements that answer it
 */
public record OperationLimits(Map<Limit, Long> most, boolean explain) {

    /** Every limit at its standard. */
    public static final OperationLimits STANDARD = new OperationLimits(Map.of(), false);

    private static final int STANDARD_PAGE = 50;

    /** Limits that are not there are at their standard. */
    public OperationLimits {
        Map<Limit, Long> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            all.put(limit, most.getOrDefault(limit, limit.standard()));
        }
        most = all;
    }

    /** The same with another number for a limit. */
    public OperationLimits with(Limit limit, long other) {
        Map<Limit, Long> others = new EnumMap<>(most);
        others.put(limit, other);
        return new OperationLimits(others, explain);
    }

    /** The same, and clients may see statements, or not. */
    public OperationLimits withExplain(boolean other) {
        return new OperationLimits(most, other);
    }

    /** What that limit allows. */
    public long of(Limit limit) {
        return Objects.requireNonNull(most.get(limit));
    }

    /** How many nodes a page holds. */
    public PageLimits pages() {
        int page = (int) of(Limit.PAGE);
        return new PageLimits(Math.min(STANDARD_PAGE, page), page);
    }

    /** What a document may be for the parser to go on. */
    ParserOptions parsing() {
        return ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxTokens((int) of(Limit.TOKENS)));
    }

    /**
     * Checks a document that was parsed and nothing more.
     *
     * @param cost for how many a root field counts, by its name
     */
    void check(Document document, ToIntFunction<String> cost) {
        DocumentSize.Measurer measurer = new DocumentSize.Measurer(document, of(Limit.DEPTH), cost);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            DocumentSize size = measurer.of(operation);
            most.forEach((limit, allowed) -> limit.check(size, allowed, Position.of(operation)));
        }
    }

    /** Checks a number that is found by other means. */
    void check(Limit limit, long number, Position position) {
        limit.check(number, of(limit), position);
    }

    /** Whether an operation may ask as much. */
    boolean allow(PlanSize size) {
        return most.entrySet().stream().allMatch(each -> each.getKey().allows(size, each.getValue()));
    }

    /** Checks what an operation asks up to the root field of that position; it is not rendered yet. */
    void check(PlanSize size, Position position) {
        most.forEach((limit, allowed) -> limit.check(size, allowed, position));
    }
}
