package fr.jalon.cypher;

import fr.jalon.cost.GraphCounts;
import fr.jalon.plan.Moment;
import fr.jalon.schema.GraphType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What decides between statements that find the same.
 *
 * @param form what they return of nodes
 * @param counts of the graph at the moment
 * @param moment that they read, where it is not now
 */
record Shape(
        Form form, Supplier<GraphCounts> counts, @Nullable Moment moment) {

    /** That of statements which nothing else decides on. */
    static final Shape NOW = new Shape(Form.VALUES, () -> GraphCounts.NONE, null);

    /** To find all of so few nodes takes less time than to plan how not to. */
    private static final double FEW = 5_000;

    /** To look at one relationship from a node costs about that many times what following one from a far end does. */
    private static final double WALK = 12.5;

    /** What a statement returns of a node. */
    enum Form {
        /** What is read of it. */
        VALUES,
        /** The node as it stands. */
        NODES
    }

    /** The same for statements that return what is read of nodes. */
    Shape ofValues() {
        return new Shape(Form.VALUES, counts, moment);
    }

    /** The same for a moment; what nodes hold as they stand is of now. */
    Shape at(Moment asked) {
        return asked.isNow() ? this : new Shape(Form.VALUES, counts, asked);
    }

    /** Whether no way to nodes of the type is worth a second one beside it. */
    boolean hasFew(GraphType type) {
        return nodes(type) <= FEW;
    }

    /** How many nodes there are of the type. */
    double nodes(GraphType type) {
        return counts.get().nodes(type.label());
    }

    /** What it costs to look at so many nodes in the order of an index, where a relationship followed costs one. */
    static double walk(long nodes) {
        return WALK * nodes;
    }
}
