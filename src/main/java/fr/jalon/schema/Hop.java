package fr.jalon.schema;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A part of a route: relationships of some types, followed one way, once or several times.
 *
 * @param types of the relationships, any of which may be followed
 * @param outgoing whether they point away from the node where the hop starts
 * @param least how many are followed at the least
 * @param most how many at the most; empty where nothing bounds them
 * @param label of the node where the hop ends; null where any will do
 * @param checks what holds of that node
 */
public record Hop(
        List<String> types,
        boolean outgoing,
        int least,
        OptionalInt most,
        @Nullable String label,
        List<Check> checks) {

    /** A single relationship, to whatever node. */
    static Hop once(String type, boolean outgoing) {
        return new Hop(List.of(type), outgoing, 1, OptionalInt.of(1), null, List.of());
    }

    /** Whether exactly one relationship is followed. */
    public boolean single() {
        return least == 1 && most.equals(OptionalInt.of(1));
    }

    /**
     * What a property of a node is.
     *
     * @param value a word of the contract; null where the node has no such property
     */
    public record Check(String property, @Nullable String value) {}
}
