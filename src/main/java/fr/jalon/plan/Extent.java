package fr.jalon.plan;

import java.util.List;

/**
 * How large a condition is.
 *
 * @param size number of comparisons and relationships
 * @param depth number of relationships that are followed one from another
 */
record Extent(int size, int depth) {

    static Extent of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return of(all.conditions());
        } else if (condition instanceof Condition.Any any) {
            return of(any.conditions());
        } else if (condition instanceof Condition.Not not) {
            return of(not.condition());
        } else if (condition instanceof Condition.Elements elements) {
            return of(elements.condition());
        } else if (condition instanceof Condition.Related related) {
            Extent inner = of(related.condition());
            return new Extent(inner.size + 1, inner.depth + 1);
        }
        return new Extent(1, condition instanceof Condition.Counted ? 1 : 0);
    }

    private static Extent of(List<Condition> conditions) {
        Extent whole = new Extent(0, 0);
        for (Condition condition : conditions) {
            Extent part = of(condition);
            whole = new Extent(whole.size + part.size, Math.max(whole.depth, part.depth));
        }
        return whole;
    }
}
