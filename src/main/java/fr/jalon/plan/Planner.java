package fr.jalon.plan;

import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.RootField;
import graphql.normalized.ExecutableNormalizedField;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Plans what each root field of an operation reads; safe for use by many threads. */
public final class Planner {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Contract contract;
    private final PageLimits limits;
    private final CountsPlanner counts;

    /** A planner for operations on that contract. */
    public Planner(Contract contract, PageLimits limits) {
        this.contract = contract;
        this.limits = limits;
        this.counts = new CountsPlanner(contract, limits);
    }

    /**
     * Plans one root field.
     *
     * @throws PlanException when its arguments contradict each other or go beyond a limit
     */
    public RootPlan plan(ExecutableNormalizedField field) {
        RootField root = contract.root(field.getFieldName());
        GraphType type = contract.type(root.target());
        SelectionPlanner selections = new SelectionPlanner(contract, limits);
        return switch (root.entry()) {
            case LOOKUP -> lookup(field, root, type, selections);
            case FULL_TEXT -> search(field, type, selections.pages());
            case COUNTS -> counts.plan(field, type);
            case ALL ->
                new RootPlan.OfType(field.getResultKey(), selections.pages().plan(field, type));
        };
    }

    private static RootPlan lookup(
            ExecutableNormalizedField field, RootField root, GraphType type, SelectionPlanner selections) {
        Object key = field.getResolvedArguments().values().iterator().next();
        NodeSelection selection = selections.select(field, type);
        if (root.shape() == RelationshipField.Shape.LIST) {
            List<String> ids = ((List<?>) key).stream().map(Object::toString).toList();
            return new RootPlan.Many(field.getResultKey(), selections.pages().checkedIds(ids, field), selection);
        }
        String id = key instanceof Period period ? period.id() : key.toString();
        return new RootPlan.One(field.getResultKey(), id, selection);
    }

    private static RootPlan search(ExecutableNormalizedField field, GraphType type, PagePlanner pages) {
        String text = Folding.fold(
                (String) Objects.requireNonNull(field.getResolvedArguments().get("text")));
        List<String> terms = BETWEEN_WORDS
                .splitAsStream(text)
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
        return new RootPlan.Search(
                field.getResultKey(), pages.checkedTerms(terms, field), type, pages.planSearch(field, type, terms));
    }
}
