package fr.jalon.plan;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/** Measures plans; a part that stands in many places is walked once and counted in each. */
final class Measurer {

    private static final PlanSize ONE = new PlanSize(1, 0, 0, 0, 0);

    private final IdentityHashMap<NodeSelection, PlanSize> known = new IdentityHashMap<>();

    PlanSize root(RootPlan plan) {
        if (plan instanceof RootPlan.One one) {
            return nodes(one.node());
        } else if (plan instanceof RootPlan.Many many) {
            return nodes(many.node()).listed();
        } else if (plan instanceof RootPlan.Counts counts) {
            return condition(counts.condition());
        }
        return page(plan instanceof RootPlan.OfType ofType ? ofType.page() : ((RootPlan.Search) plan).page());
    }

    private PlanSize nodes(NodeSelection selection) {
        PlanSize found = known.get(selection);
        if (found == null) {
            found = selection.alternatives().stream()
                    .flatMap(alternative -> alternative.fields().stream())
                    .map(this::selected)
                    .reduce(PlanSize.NONE, PlanSize::plus);
            known.put(selection, found);
        }
        return found;
    }

    private PlanSize selected(Selected selected) {
        if (selected instanceof Selected.One one) {
            return nodes(one.node());
        } else if (selected instanceof Selected.Many many) {
            return nodes(many.node()).plus(condition(many.condition())).listed();
        }
        return selected instanceof Selected.Connection connection ? page(connection.page()) : PlanSize.NONE;
    }

    private PlanSize page(Page page) {
        long keys = page.order().stream().mapToLong(key -> key.through().size()).sum()
                + page.order().size()
                - 1;
        return page.projections().stream()
                .map(this::nodes)
                .reduce(condition(page.condition()), PlanSize::plus)
                .plus(new PlanSize(keys, 0, 0, 0, 0))
                .listed();
    }

    private PlanSize condition(Condition condition) {
        if (condition instanceof Condition.All all) {
            return conditions(all.conditions());
        } else if (condition instanceof Condition.Any any) {
            return ONE.plus(conditions(any.conditions()));
        } else if (condition instanceof Condition.Not not) {
            return ONE.plus(condition(not.condition()));
        } else if (condition instanceof Condition.Related related) {
            return condition(related.condition()).related();
        } else if (condition instanceof Condition.Elements elements) {
            return ONE.plus(condition(elements.condition()));
        } else if (condition instanceof Condition.Compare compare && compare.value() instanceof Collection<?> values) {
            return new PlanSize(1, 0, values.size(), 0, 0);
        }
        return ONE;
    }

    private PlanSize conditions(List<Condition> conditions) {
        return conditions.stream().map(this::condition).reduce(PlanSize.NONE, PlanSize::plus);
    }
}
