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

    /** Whether the route may lead to the same node twice. */
    static boolean repeats(RelationshipField field) {
        return field.route() instanceof Route.Path;
    }
}
