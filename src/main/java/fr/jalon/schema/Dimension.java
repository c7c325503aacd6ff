package fr.jalon.schema;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way to group the nodes of a type.
 *
 * @param name value of the enumeration
 * @param path how the graph leads to what they share; nothing where it is their own
 * @param id property that tells one group from another
 * @param label property that names the group, where it is a node
 * @param words of the values that the groups are, what people read in their place; of nodes none
 */
public record Dimension(String name, Optional<Route.Path> path, String id, String label, Map<String, String> words) {

    private static final String NODE_ID = "id";

    /** What names a group: the label of its node, or the word for its value. */
    public @Nullable Object named(@Nullable Object label) {
        return label == null || words.isEmpty() ? label : words.get(label);
    }

    /** Whether the groups are nodes, rather than values of a property. */
    public boolean byNode() {
        return id.equals(NODE_ID);
    }
}
