package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.Dimension;
import fr.jalon.schema.GraphType;
import graphql.normalized.ExecutableNormalizedField;
import java.util.List;
import java.util.Objects;

/** Plans counts by dimensions: of a root field, and as the facets of a connection. */
final class CountsPlanner {

    private static final int MOST_DIMENSIONS = 6;

    private final Contract contract;
    private final PageLimits limits;
    private final ConditionPlanner conditions;

    CountsPlanner(Contract contract, PageLimits limits) {
        this.contract = contract;
        this.limits = limits;
        this.conditions = new ConditionPlanner(contract);
    }

    RootPlan.Counts plan(ExecutableNormalizedField field, GraphType type) {
        Condition condition = conditions.plan(field, type);
        List<CountField> fields =
                field.getChildren().stream().map(CountsPlanner::countField).toList();
        return new RootPlan.Counts(field.getResultKey(), type, condition, by(field, type), limits.most(), fields);
    }

    ConnectionField.Facets facets(ExecutableNormalizedField field, GraphType type) {
        List<ConnectionField.FacetField> fields =
                field.getChildren().stream().map(CountsPlanner::facetField).toList();
        return new ConnectionField.Facets(field.getResultKey(), by(field, type), limits.most(), fields);
    }

    private List<Dimension> by(ExecutableNormalizedField field, GraphType type) {
        List<?> names = (List<?>) Arguments.of(field).required("by");
        if (names.size() > MOST_DIMENSIONS) {
            String message = "At most %s dimensions; found %s.".formatted(MOST_DIMENSIONS, names.size());
            throw PlanException.tooMuch(field, message);
        }
        if (names.stream().distinct().count() < names.size()) {
            throw PlanException.at(field, "Each dimension once; found %s.".formatted(names));
        }
        return names.stream()
                .map(name -> contract.dimension(type, (String) Objects.requireNonNull(name)))
                .toList();
    }

    private static CountField countField(ExecutableNormalizedField child) {
        return child.getFieldName().equals("keys")
                ? new CountField.Keys(child.getResultKey(), leaves(child))
                : new CountField.Value(PagePlanner.leaf(child));
    }

    private static ConnectionField.FacetField facetField(ExecutableNormalizedField child) {
        return child.getFieldName().equals("values")
                ? new ConnectionField.FacetField.Values(child.getResultKey(), leaves(child))
                : new ConnectionField.FacetField.Value(PagePlanner.leaf(child));
    }

    private static List<ConnectionField.Leaf> leaves(ExecutableNormalizedField field) {
        return field.getChildren().stream().map(PagePlanner::leaf).toList();
    }
}
