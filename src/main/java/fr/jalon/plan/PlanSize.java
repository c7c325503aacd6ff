package fr.jalon.plan;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How much a plan asks of the graph, measured or allowed.
 *
 * @param conditions of all filters and orders
 * @param relations within one another in a condition or an order, for each of which Neo4j plans several times longer
 * @param values of the longest list that a condition compares with
 * @param lists of nodes that are read
 * @param doubled lists within one statement; each level of lists within lists doubles the time in which Neo4j plans them, and
 *     so does it the number
 * @param nesting of lists within lists
 */
public record PlanSize(long conditions, long relations, long values, long lists, long doubled, long nesting) {

    /** Lists within lists multiply what is read, but no longer the time in which it is planned. */
    private static final int BY_LEVEL = 3;

    /** Of a plan that asks nothing. */
    public static final PlanSize NONE = new PlanSize(0, 0, 0, 0, 0, 0);

    /** What a root field asks of one statement. */
    public static PlanSize inOne(RootPlan plan) {
        return new Measurer(false).root(plan);
    }

    /** What a root field asks of one statement that reads a moment: what varies is looked for like what a condition compares. */
    public static PlanSize atMoment(RootPlan plan) {
        return new Measurer(true).root(plan);
    }

    /** What a root field asks of statements that are planned each by itself. */
    public static PlanSize byLevel(RootPlan plan) {
        PlanSize inOne = inOne(plan);
        return new PlanSize(
                inOne.conditions, inOne.relations, inOne.values, inOne.lists, inOne.doubled / BY_LEVEL, inOne.nesting);
    }

    /** Both side by side; numbers never overflow, since a plan may hold the same part in many places. */
    public PlanSize plus(PlanSize other) {
        return new PlanSize(
                sum(conditions, other.conditions),
                Math.max(relations, other.relations),
                Math.max(values, other.values),
                sum(lists, other.lists),
                sum(doubled, other.doubled),
                Math.max(nesting, other.nesting));
    }

    /** The same as part of a list. */
    PlanSize listed() {
        return new PlanSize(conditions, relations, values, sum(lists, 1), sum(2 * doubled, 1), nesting + 1);
    }

    /** The same as what must hold of related nodes. */
    PlanSize related() {
        return new PlanSize(sum(conditions, 1), relations + 1, values, lists, doubled, nesting);
    }

    private static long sum(long one, long other) {
        return Math.min(one + other, Integer.MAX_VALUE);
    }

    /** Measures plans; a part that stands in many places is walked once and counted in each. */
    static final class Measurer {

        private static final PlanSize ONE = new PlanSize(1, 0, 0, 0, 0, 0);

        /** How many conditions a search counts at the least; the index is asked for each one. */
        private static final int SEARCH = 5;

        private final IdentityHashMap<NodeSelection, PlanSize> known = new IdentityHashMap<>();
        private final boolean atMoment;

        Measurer(boolean atMoment) {
            this.atMoment = atMoment;
        }

        PlanSize root(RootPlan plan) {
            if (plan instanceof RootPlan.One one) {
                return nodes(one.node());
            } else if (plan instanceof RootPlan.Many many) {
                return nodes(many.node()).listed();
            } else if (plan instanceof RootPlan.Counts counts) {
                return condition(counts.condition());
            } else if (plan instanceof RootPlan.Paths paths) {
                return all(paths.projections()).listed().listed();
            } else if (plan instanceof RootPlan.Neighbours neighbours) {
                return all(neighbours.projections()).listed();
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
            if (selected instanceof Selected.Property property) {
                boolean looked = property.field().varies() || property.field().derived();
                return atMoment && looked ? ONE : PlanSize.NONE;
            }
            return selected instanceof Selected.Connection connection ? page(connection.page()) : PlanSize.NONE;
        }

        private PlanSize page(Page page) {
            return page.order().stream()
                    .filter(key -> !key.equals(SortKey.ID))
                    .map(Measurer::key)
                    .reduce(condition(page.condition()).plus(all(page.projections())), PlanSize::plus)
                    .listed();
        }

        /** A key through relations makes the statement grow with their square. */
        private static PlanSize key(SortKey key) {
            long relations = key.through().size();
            return new PlanSize((relations + 1) * (relations + 1), relations, 0, 0, 0, 0);
        }

        private PlanSize all(List<NodeSelection> selections) {
            return selections.stream().map(this::nodes).reduce(PlanSize.NONE, PlanSize::plus);
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
            } else if (condition instanceof Condition.Counted) {
                return PlanSize.NONE.related();
            } else if (condition instanceof Condition.Found found) {
                return new PlanSize(Math.max(SEARCH, found.terms().terms().size()), 0, 0, 0, 0, 0);
            } else if (condition instanceof Condition.Elements elements) {
                return ONE.plus(condition(elements.condition()));
            } else if (condition instanceof Condition.Compare compare
                    && compare.value() instanceof Collection<?> values) {
                return new PlanSize(1, 0, values.size(), 0, 0, 0);
            }
            return ONE;
        }

        private PlanSize conditions(List<Condition> conditions) {
            return conditions.stream().map(this::condition).reduce(PlanSize.NONE, PlanSize::plus);
        }
    }
}
