package fr.jalon.execution;

/**
 * How large a GraphQL operation may be.
 *
 * @param tokens of the document
 * @param depth of fields, fragments spread; introspection aside
 * @param fields of an operation, fragments spread
 * @param aliases of an operation, fragments spread
 * @param rootFields of an operation
 */
public record OperationLimits(int tokens, int depth, int fields, int aliases, int rootFields) {

    /** Limits that GraphiQL's own queries and every example stay far below. */
    public static final OperationLimits STANDARD = new OperationLimits(10_000, 16, 2_000, 100, 20);
}
