package fr.jalon.neo4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node where it stands, for as long as the transaction that found it; equal to the same node found again. */
public interface GraphNode {

    /** Whether it has that label. */
    boolean is(String label);

    /** The values of these properties in their order, as {@link Transaction#run} gives values; null for what it has none of. */
    @Nullable
    Object[] values(List<String> properties);
}
