package fr.jalon.plan;

import fr.jalon.schema.GraphType;
import java.util.List;

/**
 * What to read of a node.
 *
 * @param type the declared type, concrete or an interface
 * @param alternatives one for each concrete type of which something is read
 */
public record NodeSelection(GraphType type, List<Alternative> alternatives) {

    /**
     * What to read of a node of one concrete type.
     *
     * @param type name of the concrete type
     * @param fields in the order of the answer
     */
    public record Alternative(String type, List<Selected> fields) {}

    /** Whether the same is read of every concrete type, so that it need not be known which one it is. */
    public boolean uniform() {
        return alternatives.size() == type.members().size()
                && alternatives.stream().map(Alternative::fields).distinct().count() == 1;
    }
}
