package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.RootPlan;
import fr.jalon.schema.Dimension;
import fr.jalon.schema.PropertyField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders counts by dimensions: a row a group, of more groups than allowed one too many. */
final class CountsRenderer {

    private final Parameters parameters;
    private final Variables variables;
    private final Moments moments;

    CountsRenderer(Parameters parameters, Variables variables) {
        this.parameters = parameters;
        this.variables = variables;
        this.moments = new Moments(variables);
    }

    /** Rows of a count and, for each dimension, the id and the label of the group, sorted by the ids. */
    String rows(RootPlan.Counts counts) {
        String node = variables.next();
        String match = new EntryRenderer(parameters, variables).every(counts.type(), counts.condition(), node);
        Groups groups = groups(counts.by(), node);
        String order = groups.ids().isEmpty() ? "" : " ORDER BY " + String.join(", ", groups.ids());
        // How many nodes of a type there are is known, but only while nothing asks whether they differ.
        boolean known = counts.by().isEmpty() && counts.condition().equals(Condition.ALWAYS);
        return "%s%s WITH %scount(%s) AS count RETURN [count%s] AS row%s LIMIT %s"
                .formatted(
                        match,
                        groups.matches(),
                        groups.binding(),
                        known ? node : "DISTINCT " + node,
                        groups.values(),
                        order,
                        parameters.add((long) counts.most() + 1));
    }

    /**
     * One list of rows a dimension; rows hold a count, an id and a label.
     *
     * @param match a clause with its WHERE that binds every node to count
     * @param nested whether it stands in a subquery: Neo4j aggregates in none, so there each node is a row
     */
    String facets(ConnectionField.Facets facets, UnaryOperator<String> match, boolean nested) {
        return facets.by().stream()
                .map(dimension -> facet(facets, dimension, match, nested))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String facet(
            ConnectionField.Facets facets, Dimension dimension, UnaryOperator<String> match, boolean nested) {
        String node = variables.next();
        Groups groups = groups(List.of(dimension), node);
        String filtered = match.apply(node);
        if (nested) {
            return "COLLECT { %s%s WITH DISTINCT %s%s RETURN [1%s] AS row }"
                    .formatted(filtered, groups.matches(), groups.binding(), node, groups.values());
        }
        return "COLLECT { %s%s WITH %scount(DISTINCT %s) AS count RETURN [count%s] AS row ORDER BY count DESC, %s LIMIT %s }"
                .formatted(
                        filtered,
                        groups.matches(),
                        groups.binding(),
                        node,
                        groups.values(),
                        groups.ids().get(0),
                        parameters.add((long) facets.most()));
    }

    /** The label of the nodes whose property the groups are, where the contract tells it. */
    private static @Nullable String label(Dimension dimension) {
        return dimension
                .path()
                .map(path -> path.hops().get(path.hops().size() - 1).label())
                .orElse(null);
    }

    /**
     * What groups nodes.
     *
     * @param matches clauses that lead from a node to what it shares
     * @param binding what to group by, each followed by a comma
     * @param ids what to sort groups by
     * @param values ids and labels, each after a comma
     */
    private record Groups(String matches, String binding, List<String> ids, String values) {}

    private Groups groups(List<Dimension> dimensions, String node) {
        StringBuilder matches = new StringBuilder();
        StringBuilder binding = new StringBuilder();
        List<String> ids = new ArrayList<>();
        StringBuilder values = new StringBuilder();
        for (Dimension dimension : dimensions) {
            String other = node;
            if (dimension.path().isPresent()) {
                other = variables.next();
                matches.append(" OPTIONAL MATCH ")
                        .append(new Patterns(moments)
                                .between(node, dimension.path().get(), other));
            }
            if (dimension.byNode()) {
                binding.append(other).append(", ");
                ids.add(other + ".id");
                values.append(", %1$s.id, %1$s.%2$s".formatted(other, dimension.label()));
            } else {
                String value = variables.nextKey();
                Optional<PropertyField> differing = moments.differing(label(dimension), dimension.id());
                if (differing.isPresent()) {
                    // Neo4j takes no subquery for a grouping key.
                    matches.append(" WITH *, %s AS %s".formatted(moments.value(differing.get(), other), value));
                    binding.append(value).append(", ");
                } else {
                    binding.append("%s.%s AS %s, ".formatted(other, dimension.id(), value));
                }
                ids.add(value);
                values.append(", %1$s, %1$s".formatted(value));
            }
        }
        return new Groups(matches.toString(), binding.toString(), ids, values.toString());
    }
}
