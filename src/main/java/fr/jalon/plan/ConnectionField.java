package fr.jalon.plan;

import fr.jalon.schema.Dimension;
import java.util.List;

/** One entry of the answer for a connection. */
public sealed interface ConnectionField {

    /** The alias, or else the name of the field. */
    String resultKey();

    /** The number of nodes, pages aside. */
    record TotalCount(String resultKey) implements ConnectionField {}

    /** Where the page lies. */
    record PageInfo(String resultKey, List<Leaf> fields) implements ConnectionField {}

    /** The nodes, read by the projection of that index. */
    record Nodes(String resultKey, int projection) implements ConnectionField {}

    /** The nodes with their cursors. */
    record Edges(String resultKey, List<EdgeField> fields) implements ConnectionField {}

    /**
     * How many nodes there are in each group, dimension by dimension.
     *
     * @param most how many groups of a dimension are told
     */
    record Facets(String resultKey, List<Dimension> by, int most, List<FacetField> fields) implements ConnectionField {}

    /** Other texts to search for. */
    record Suggestions(String resultKey) implements ConnectionField {}

    /** The name of the connection type. */
    record Typename(String resultKey, String name) implements ConnectionField {}

    /**
     * A leaf of the answer.
     *
     * @param name the field's name in the contract
     * @param type the name of the type that declares it
     */
    record Leaf(String resultKey, String name, String type) {}

    /** One entry of the answer for a facet. */
    sealed interface FacetField {

        /** The alias, or else the name of the field. */
        String resultKey();

        /** The dimension, or the name of the type. */
        record Value(Leaf leaf) implements FacetField {
            @Override
            public String resultKey() {
                return leaf.resultKey();
            }
        }

        /** The groups. */
        record Values(String resultKey, List<Leaf> fields) implements FacetField {}
    }

    /** One entry of the answer for an edge. */
    sealed interface EdgeField {

        /** A cursor, a score or a type name. */
        record Value(Leaf leaf) implements EdgeField {}

        /** The node, read by the projection of that index. */
        record Node(String resultKey, int projection) implements EdgeField {}

        /** Where the node's texts, read by the projection of that index, match. */
        record Highlights(String resultKey, SearchTerms terms, int projection, List<HighlightField> fields)
                implements EdgeField {}
    }
}
