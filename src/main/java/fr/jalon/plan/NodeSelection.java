package fr.jalon.plan;

import fr.jalon.schema.GraphType;
import java.util.List;
import java.util.Map;

/**
 * What to read of a node.
 *
 * @param type the declared type, concrete or an interface
 * @param alternatives one for all concrete types of which the same is read; none for a type of which nothing is
 */
public record NodeSelection(GraphType type, List<Alternative> alternatives) {

    /**
     * What to read of a node of some concrete types.
     *
     * @param types names of the concrete types
     * @param fields in the order of the answer
     */
    public record Alternative(List<String> types, List<Selected> fields) {}

    /** What to read, and of which concrete types each. */
    static NodeSelection of(GraphType type, Map<List<Selected>, List<String>> alternatives) {
        return new NodeSelection(
                type,
                alternatives.entrySet().stream()
                        .map(entry -> new Alternative(entry.getValue(), entry.getKey()))
                        .toList());
    }

    /** Cheap, where the usual one would walk shared parts again and again. */
    @Override
    public int hashCode() {
        return 31 * type.name().hashCode() + alternatives.size();
    }

    /** Whether the same is read of every concrete type, so that it need not be known which one it is. */
    public boolean uniform() {
        return alternatives.size() == 1 && complete();
    }

    /** Whether something is read of every concrete type. */
    public boolean complete() {
        return alternatives.stream().mapToInt(each -> each.types().size()).sum()
                == type.members().size();
    }
}
