package fr.jalon.cypher;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Selected;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Renders what is read of a node as a list, one element for each field in its order.
 *
 * <p>Lists hold no keys, so neither the statement nor the rows carry a name that a request chose. Where the fields
 * depend on the concrete type, the first element is the index of the alternative that applies, or -1. Where the statement
 * returns nodes as they stand, it is the node instead.
 */
final class ProjectionRenderer {

    private static final int NONE = -1;

    private final Variables variables;
    private final Moments moments;
    private final Patterns patterns;
    private final PageRenderer pages;

    ProjectionRenderer(Parameters parameters, Variables variables) {
        this.variables = variables;
        this.moments = new Moments(variables);
        this.patterns = new Patterns(moments);
        this.pages = new PageRenderer(parameters, variables, this);
    }

    String render(NodeSelection selection, String node) {
        if (variables.shape().form() == Shape.Form.NODES) {
            return node;
        }
        List<NodeSelection.Alternative> alternatives = selection.alternatives();
        if (selection.uniform()) {
            return "[" + fields(alternatives.get(0), node) + "]";
        }
        if (alternatives.isEmpty()) {
            return indexed(NONE, alternatives, node);
        }
        int otherwise = selection.complete() ? commonest(alternatives) : NONE;
        StringBuilder text = new StringBuilder("CASE");
        for (int i = 0; i < alternatives.size(); i++) {
            if (i != otherwise) {
                String types = String.join("|", alternatives.get(i).types());
                text.append(" WHEN %s:%s THEN %s".formatted(node, types, indexed(i, alternatives, node)));
            }
        }
        return text.append(" ELSE %s END".formatted(indexed(otherwise, alternatives, node)))
                .toString();
    }

    private static int commonest(List<NodeSelection.Alternative> alternatives) {
        return IntStream.range(0, alternatives.size())
                .boxed()
                .max(Comparator.comparing(i -> alternatives.get(i).types().size()))
                .orElse(NONE);
    }

    private String indexed(int index, List<NodeSelection.Alternative> alternatives, String node) {
        return index == NONE ? "[-1]" : "[%s, %s]".formatted(index, fields(alternatives.get(index), node));
    }

    PageRenderer pages() {
        return pages;
    }

    private String fields(NodeSelection.Alternative alternative, String node) {
        return alternative.fields().stream()
                .map(field -> field(field, alternative, node))
                .collect(Collectors.joining(", "));
    }

    private String field(Selected selected, NodeSelection.Alternative alternative, String node) {
        if (selected instanceof Selected.Property property) {
            return moments.value(property.field(), alternative.types(), node);
        } else if (selected instanceof Selected.Typename) {
            return typename(alternative.types(), node);
        } else if (selected instanceof Selected.One one) {
            return one(one, node);
        } else if (selected instanceof Selected.Many many) {
            return many(many, node);
        }
        Selected.Connection connection = (Selected.Connection) selected;
        return pages.nested(connection.field(), connection.page(), node);
    }

    private static String typename(List<String> types, String node) {
        String names = types.stream().map(type -> "'" + type + "'").collect(Collectors.joining(", "));
        return types.size() == 1 ? names : "HEAD([label IN labels(%s) WHERE label IN [%s]])".formatted(node, names);
    }

    private String one(Selected.One one, String node) {
        String other = variables.next();
        return "HEAD(COLLECT { MATCH %s RETURN %s AS row%s LIMIT 1 })"
                .formatted(
                        patterns.between(node, one.field().route(), other),
                        render(one.node(), other),
                        Patterns.repeats(one.field()) ? " ORDER BY " + other + ".id" : "");
    }

    private String many(Selected.Many many, String node) {
        String other = variables.next();
        return "COLLECT { MATCH %s%s%s RETURN %s AS row ORDER BY %s.id }"
                .formatted(
                        patterns.between(node, many.field().route(), other),
                        PageRenderer.where(pages.predicates(many.condition(), other)),
                        Patterns.repeats(many.field()) ? " WITH DISTINCT " + other : "",
                        render(many.node(), other),
                        other);
    }
}
