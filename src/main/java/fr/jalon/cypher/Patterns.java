package fr.jalon.cypher;

import fr.jalon.schema.Hop;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the routes of the contract as patterns between two variables, at the moment that a statement reads. */
record Patterns(Moments moments) {

    Patterns(Variables variables) {
        this(new Moments(variables));
    }

    /** The hops of a route as they are now, one after another, whatever the moment: their number is about the same. */
    static String now(String from, Route route, String to) {
        return new Patterns(new Variables(Shape.NOW)).between(from, route, to);
    }

    /**
     * The hops of a route, one after another.
     *
     * @param to variable of the node at the end, with a label where the route is a single relationship; may be empty
     */
    String between(String from, Route route, String to) {
        StringBuilder pattern = new StringBuilder("(").append(from).append(')');
        List<Hop> hops = route.hops();
        for (int i = 0; i < hops.size(); i++) {
            pattern.append(relationships(hops.get(i))).append(end(hops.get(i), i == hops.size() - 1 ? to : ""));
        }
        return pattern.toString();
    }

    private String relationships(Hop hop) {
        return "%s[%s%s]%s"
                .formatted(
                        hop.outgoing() ? "-" : "<-",
                        moments.relationships(hop),
                        length(hop),
                        hop.outgoing() ? "->" : "-");
    }

    private static String length(Hop hop) {
        if (hop.most().isEmpty()) {
            return hop.least() == 1 ? "*" : "*%s..".formatted(hop.least());
        }
        return hop.single() ? "" : "*%s..%s".formatted(hop.least(), hop.most().getAsInt());
    }

    private String end(Hop hop, String variable) {
        String label = hop.label() == null ? "" : ":" + hop.label();
        String checks = hop.checks().stream()
                .map(check -> "%s %s"
                        .formatted(
                                checked(hop, check, variable),
                                check.value() == null ? "IS NULL" : "= '" + check.value() + "'"))
                .collect(Collectors.joining(" AND "));
        return "(" + variable + label + (checks.isEmpty() ? "" : " WHERE " + checks) + ")";
    }

    private String checked(Hop hop, Hop.Check check, String variable) {
        return moments.differing(hop.label(), check.property())
                .map(field -> moments.value(field, variable))
                .orElse(variable + "." + check.property());
    }

    /** Leads to the one node that a field reads: where there may be several, the first by id; a WHERE may follow. */
    String toOne(String from, RelationshipField field, String to) {
        return between(from, field.route(), to)
                + (repeats(field) ? " WITH %1$s ORDER BY %1$s.id LIMIT 1".formatted(to) : "");
    }

    /** Whether the route may lead to the same node twice. */
    static boolean repeats(RelationshipField field) {
        return field.route() instanceof Route.Path;
    }
}
