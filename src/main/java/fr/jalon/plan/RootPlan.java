package fr.jalon.plan;

import fr.jalon.schema.Dimension;
import fr.jalon.schema.GraphType;
import java.util.List;

/**
 * What one root field reads.
 */
public sealed interface RootPlan {

    /** The alias, or else the name of the field. */
    String resultKey();

    /** What is read of nodes, once for each part of the selection that reads them; none of what is only counted. */
    default List<NodeSelection> projections() {
        return List.of();
    }

    /**
     * The node of an id, or none.
     *
     * @param id a text, or a {@link GivenText}
     */
    record One(String resultKey, Object id, NodeSelection node) implements RootPlan {
        @Override
        public List<NodeSelection> projections() {
            return List.of(node);
        }
    }

    /**
     * The nodes of these ids, in their order, with null for each that is of none.
     *
     * @param ids texts, or {@link GivenText}s
     */
    record Many(String resultKey, List<?> ids, NodeSelection node) implements RootPlan {
        @Override
        public List<NodeSelection> projections() {
            return List.of(node);
        }
    }

    /** A page of the nodes of a type. */
    record OfType(String resultKey, Page page) implements RootPlan {
        @Override
        public List<NodeSelection> projections() {
            return page.projections();
        }
    }

    /**
     * A page of the nodes that a full-text search finds.
     *
     * @param kinds names of the concrete types it finds; all when empty
     * @param texts what is searchable of a node
     */
    record Search(String resultKey, SearchTerms terms, List<String> kinds, NodeSelection texts, Page page)
            implements RootPlan {
        @Override
        public List<NodeSelection> projections() {
            return page.projections();
        }
    }

    /**
     * The shortest ways between two nodes.
     *
     * @param kinds names of the concrete types they may pass through; every useful one when empty
     * @param relationships types of those that they are made of
     * @param most how many ways at the most
     */
    record Paths(
            String resultKey,
            String from,
            String to,
            int maxLength,
            List<String> kinds,
            List<String> relationships,
            int most,
            List<NodeSelection> projections,
            List<WayField> fields)
            implements RootPlan {}

    /**
     * The nodes around one.
     *
     * @param depth how many relationships away at the most
     * @param kinds names of the concrete types of those nodes; every useful one when empty
     * @param relationships types of those that lead there
     * @param most how many at the most
     */
    record Neighbours(
            String resultKey,
            String id,
            int depth,
            List<String> kinds,
            List<String> relationships,
            int most,
            List<NodeSelection> projections,
            List<WayField> fields)
            implements RootPlan {}

    /**
     * How many nodes of a type there are in each group.
     *
     * @param most how many groups there may be
     */
    record Counts(
            String resultKey,
            GraphType type,
            Condition condition,
            List<Dimension> by,
            int most,
            List<CountField> fields)
            implements RootPlan {}
}
