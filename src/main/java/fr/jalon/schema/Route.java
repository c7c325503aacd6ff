package fr.jalon.schema;

/** How the graph leads from a node to related ones. */
public sealed interface Route {

    /**
     * One relationship; seed files write it.
     *
     * @param type relationship type
     * @param outgoing whether it points away from the node
     */
    record Step(String type, boolean outgoing) implements Route {}

    /**
     * A read-only path.
     *
     * @param pattern Cypher pattern of the contract, from {@code (this)} to {@code (that}; the two words name the nodes
     */
    record Path(String pattern) implements Route {}
}
