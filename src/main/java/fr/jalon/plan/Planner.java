package fr.jalon.plan;

import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.RootField;
import graphql.normalized.ExecutableNormalizedField;
import java.util.List;
import java.util.Map;

/** Plans what each root field of an operation reads; safe for use by many threads. */
public final class Planner {

    private final Contract contract;
    private final PageLimits limits;
    private final CountsPlanner counts;
    private final SearchPlanner searches;

    /** A planner for operations on that contract. */
    public Planner(Contract contract, PageLimits limits) {
        this.contract = contract;
        this.limits = limits;
        this.counts = new CountsPlanner(contract, limits);
        this.searches = new SearchPlanner(contract);
    }

    /**
     * Plans one root field.
     *
     * @throws PlanException when its arguments contradict each other or go beyond a limit
     */
    public RootPlan plan(ExecutableNormalizedField field) {
        RootField root = contract.root(field.getFieldName());
        GraphType type = contract.type(root.target());
        SelectionPlanner selections = new SelectionPlanner(contract, limits, moment(field));
        return switch (root.entry()) {
            case LOOKUP -> lookup(field, root, type, selections);
            case FULL_TEXT -> searches.plan(field, type, selections.pages());
            case PATHS -> new WaysPlanner(contract, limits, selections::select).paths(field, type);
            case NEIGHBOURS -> new WaysPlanner(contract, limits, selections::select).neighbours(field, type);
            case COUNTS -> counts.plan(field, type);
            case ALL ->
                new RootPlan.OfType(field.getResultKey(), selections.pages().plan(field, type));
        };
    }

    /** The moment that a root field asks of. */
    public Moment moment(ExecutableNormalizedField field) {
        return Moment.of(field, contract.variations());
    }

    /**
     * Plans what a field selects of nodes that are read by another field, for its faults alone.
     *
     * @param type name of the nodes' type
     * @throws PlanException as for a root field
     */
    public void check(ExecutableNormalizedField field, String type) {
        new SelectionPlanner(contract, limits, now()).select(field, contract.type(type));
    }

    /**
     * Plans what a field of another value selects of the one node that it holds.
     *
     * @param type name of the node's type
     * @throws PlanException as for a root field
     */
    public RootPlan.One one(ExecutableNormalizedField field, String type, String id) {
        NodeSelection selection = new SelectionPlanner(contract, limits, now()).select(field, contract.type(type));
        return new RootPlan.One(field.getResultKey(), id, selection);
    }

    private Moment now() {
        return new Moment(contract.variations(), null, null);
    }

    private static RootPlan lookup(
            ExecutableNormalizedField field, RootField root, GraphType type, SelectionPlanner selections) {
        Object key = Arguments.of(field).given().entrySet().stream()
                .filter(argument -> !Moment.ARGUMENTS.contains(argument.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        NodeSelection selection = selections.select(field, type);
        if (root.shape() == RelationshipField.Shape.LIST) {
            List<?> ids = selections.pages().checkedIds((List<?>) key, field);
            return new RootPlan.Many(field.getResultKey(), ids, selection);
        }
        Object id = key instanceof Period period ? period.id() : key;
        return new RootPlan.One(field.getResultKey(), id, selection);
    }
}
