package fr.jalon.cypher;

import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.util.regex.Pattern;

/** Renders the routes of the contract as patterns between two variables. */
final class Patterns {

    private static final Pattern THIS = Pattern.compile("\\bthis\\b");
    private static final Pattern THAT = Pattern.compile("\\bthat\\b");

    private Patterns() {}

    static String between(String from, Route route, String to) {
        if (route instanceof Route.Step step) {
            return step.outgoing()
                    ? "(%s)-[:%s]->(%s)".formatted(from, step.type(), to)
                    : "(%s)<-[:%s]-(%s)".formatted(from, step.type(), to);
        }
        String pattern = ((Route.Path) route).pattern();
        return THAT.matcher(THIS.matcher(pattern).replaceAll(from)).replaceAll(to);
    }

    /** Leads to the one node that a field reads: where there may be several, the first by id; a WHERE may follow. */
    static String toOne(String from, RelationshipField field, String to) {
        return between(from, field.route(), to)
                + (repeats(field) ? " WITH %1$s ORDER BY %1$s.id LIMIT 1".formatted(to) : "");
    }

    /** Whether the route may lead to the same node twice. */
    static boolean repeats(RelationshipField field) {
        return field.route() instanceof Route.Path;
    }
}
