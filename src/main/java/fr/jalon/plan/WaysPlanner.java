package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Plans ways between two nodes and the neighbourhood of one. */
final class WaysPlanner {

    private static final int LONGEST_WAY = 10;
    private static final int FARTHEST_NEIGHBOUR = 4;

    private final List<String> relationships;
    private final PageLimits limits;
    private final BiFunction<ExecutableNormalizedField, GraphType, NodeSelection> select;

    WaysPlanner(
            Contract contract,
            PageLimits limits,
            BiFunction<ExecutableNormalizedField, GraphType, NodeSelection> select) {
        this.relationships = contract.relationships();
        this.limits = limits;
        this.select = select;
    }

    RootPlan.Paths paths(ExecutableNormalizedField field, GraphType type) {
        List<NodeSelection> projections = new ArrayList<>();
        List<WayField> fields = fields(field, type, projections);
        return new RootPlan.Paths(
                field.getResultKey(),
                Arguments.of(field).required("from").toString(),
                Arguments.of(field).required("to").toString(),
                number(field, "maxLength", LONGEST_WAY),
                Arguments.of(field).names("kinds"),
                relationships,
                number(field, "first", limits.most()),
                projections,
                fields);
    }

    RootPlan.Neighbours neighbours(ExecutableNormalizedField field, GraphType type) {
        List<NodeSelection> projections = new ArrayList<>();
        List<WayField> fields = fields(field, type, projections);
        return new RootPlan.Neighbours(
                field.getResultKey(),
                Arguments.of(field).required("id").toString(),
                number(field, "depth", FARTHEST_NEIGHBOUR),
                Arguments.of(field).names("kinds"),
                relationships,
                number(field, "first", limits.most()),
                projections,
                fields);
    }

    private static int number(ExecutableNormalizedField field, String argument, int most) {
        int number = (Integer) Arguments.of(field).required(argument);
        if (number < 1 || number > most) {
            throw PlanException.at(
                    field, "The argument %s goes from 1 to %s; found %s.".formatted(argument, most, number));
        }
        return number;
    }

    private List<WayField> fields(ExecutableNormalizedField field, GraphType type, List<NodeSelection> projections) {
        return field.getChildren().stream()
                .map(child -> wayField(child, type, projections))
                .toList();
    }

    private WayField wayField(ExecutableNormalizedField child, GraphType type, List<NodeSelection> projections) {
        String key = child.getResultKey();
        return switch (child.getFieldName()) {
            case "nodes" -> new WayField.Nodes(key, project(child, type, projections));
            case "node" -> new WayField.Node(key, project(child, type, projections));
            case "steps" ->
                new WayField.Steps(
                        key, child.getChildren().stream().map(PagePlanner::leaf).toList());
            default -> new WayField.Value(PagePlanner.leaf(child));
        };
    }

    private int project(ExecutableNormalizedField child, GraphType type, List<NodeSelection> projections) {
        projections.add(select.apply(child, type));
        return projections.size() - 1;
    }
}
