package fr.jalon.plan;

import java.util.List;

/** One entry of the answer for a way between two nodes, or for a neighbour. */
public sealed interface WayField {

    /** A length, a distance or a type name. */
    record Value(ConnectionField.Leaf leaf) implements WayField {}

    /** The relationships of a way, in its order. */
    record Steps(String resultKey, List<ConnectionField.Leaf> fields) implements WayField {}

    /** The nodes of a way in its order, read by the projection of that index. */
    record Nodes(String resultKey, int projection) implements WayField {}

    /** The neighbour, read by the projection of that index. */
    record Node(String resultKey, int projection) implements WayField {}
}
