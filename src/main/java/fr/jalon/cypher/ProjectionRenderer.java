package fr.jalon.cypher;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Selected;
import fr.jalon.schema.GraphType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Renders what is read of a node as a list, one element for each field in its order.
 *
 * <p>Lists hold no keys, so neither the statement nor the rows carry a name that a request chose. Where the fields
 * depend on the concrete type, the first element is the index of the alternative that applies, or -1.
 */
final class ProjectionRenderer {

    private final Variables variables;
    private final PageRenderer pages;

    ProjectionRenderer(Parameters parameters, Variables variables) {
        this.variables = variables;
        this.pages = new PageRenderer(parameters, variables, this);
    }

    String render(NodeSelection selection, String node) {
        List<NodeSelection.Alternative> alternatives = selection.alternatives();
        if (selection.uniform()) {
            return "[" + fields(alternatives.get(0), selection.type(), node) + "]";
        }
        if (alternatives.isEmpty()) {
            return "[-1]";
        }
        StringBuilder text = new StringBuilder("CASE");
        for (int i = 0; i < alternatives.size(); i++) {
            String type = alternatives.get(i).type();
            text.append(" WHEN %s:%s THEN [%d, %s]"
                    .formatted(node, type, i, fields(alternatives.get(i), selection.type(), node)));
        }
        return text.append(" ELSE [-1] END").toString();
    }

    PageRenderer pages() {
        return pages;
    }

    private String fields(NodeSelection.Alternative alternative, GraphType declared, String node) {
        return alternative.fields().stream()
                .map(field -> field(field, declared, alternative, node))
                .collect(Collectors.joining(", "));
    }

    private String field(Selected selected, GraphType declared, NodeSelection.Alternative alternative, String node) {
        if (selected instanceof Selected.Property property) {
            return node + "." + property.field().name();
        } else if (selected instanceof Selected.Typename) {
            return declared.isAbstract() ? typename(declared, node) : "'" + alternative.type() + "'";
        } else if (selected instanceof Selected.One one) {
            return one(one, node);
        } else if (selected instanceof Selected.Many many) {
            return many(many, node);
        }
        Selected.Connection connection = (Selected.Connection) selected;
        return pages.nested(connection.field(), connection.page(), node);
    }

    private static String typename(GraphType type, String node) {
        return type.members().stream()
                .map(member -> " WHEN %s:%s THEN '%s'".formatted(node, member, member))
                .collect(Collectors.joining("", "CASE", " END"));
    }

    private String one(Selected.One one, String node) {
        String other = variables.next();
        return "HEAD(COLLECT { MATCH %s RETURN %s AS row%s LIMIT 1 })"
                .formatted(
                        Patterns.between(node, one.field().route(), other),
                        render(one.node(), other),
                        Patterns.repeats(one.field()) ? " ORDER BY " + other + ".id" : "");
    }

    private String many(Selected.Many many, String node) {
        String other = variables.next();
        return "COLLECT { MATCH %s%s RETURN %s AS row ORDER BY %s.id }"
                .formatted(
                        Patterns.between(node, many.field().route(), other),
                        Patterns.repeats(many.field()) ? " WITH DISTINCT " + other : "",
                        render(many.node(), other),
                        other);
    }
}
