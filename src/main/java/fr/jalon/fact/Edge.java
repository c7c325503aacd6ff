package fr.jalon.fact;

import fr.jalon.schema.GraphType;
import fr.jalon.schema.Route;

/**
 * A relationship of the graph.
 *
 * @param from id of the node it leaves
 * @param type relationship type of the contract
 * @param to id of the node it reaches
 */
public record Edge(String from, String type, String to) {

    /** Relationship type by which a type of the contract has a field. */
    static String type(GraphType type, String field) {
        return type.relationship(field)
                .map(each -> ((Route.Step) each.route()).type())
                .orElseThrow();
    }

    /** Reads the first three values of a row. */
    static Edge of(Object[] row) {
        return new Edge(String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2]));
    }
}
