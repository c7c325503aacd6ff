package fr.jalon.schema;

import java.util.Optional;

/**
 * A way to group the nodes of a type.
 *
 * @param name value of the enumeration
 * @param path how the graph leads to what they share; nothing where it is their own
 * @param id property that tells one group from another
 * @param label property that names the group; where the groups are values, the value itself
 */
public record Dimension(String name, Optional<Route.Path> path, String id, String label) {

    private static final String NODE_ID = "id";

    /** Whether the groups are nodes, rather than values of a property. */
    public boolean byNode() {
        return id.equals(NODE_ID);
    }
}
