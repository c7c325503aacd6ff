package fr.jalon.execution;

import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.Cursors;
import fr.jalon.plan.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page in the order of the answer, without the one that only tells whether there are more.
 *
 * @param cursors those of the whole list
 * @param next whether there are nodes behind the page
 * @param previous whether there are nodes before it
 */
record PageRows(Cursors cursors, List<List<?>> rows, boolean next, boolean previous) {

    static PageRows of(Page page, List<List<?>> rows, List<String> texts) {
        Cursors cursors = page.cursors().given(texts);
        Page.Slice asked = page.slice();
        boolean more = rows.size() > asked.limit();
        List<List<?>> kept = more ? rows.subList(0, asked.limit()) : rows;
        if (asked.backward()) {
            List<List<?>> reversed = new ArrayList<>(kept);
            Collections.reverse(reversed);
            return new PageRows(cursors, reversed, asked.before() != null, more);
        }
        return new PageRows(cursors, kept, more, asked.after() != null);
    }

    List<List<?>> projections(int projection) {
        List<List<?>> projections = new ArrayList<>(rows.size());
        rows.forEach(row -> projections.add(projection(row, projection)));
        return projections;
    }

    static List<?> projection(List<?> row, int projection) {
        return (List<?>) Objects.requireNonNull(row.get(projection));
    }

    @Nullable
    Object pageInfo(ConnectionField.Leaf leaf) {
        return switch (leaf.name()) {
            case "hasNextPage" -> next;
            case "hasPreviousPage" -> previous;
            case "startCursor" -> rows.isEmpty() ? null : cursor(rows.get(0));
            case "endCursor" -> rows.isEmpty() ? null : cursor(rows.get(rows.size() - 1));
            default -> leaf.type();
        };
    }

    @Nullable
    Object edge(ConnectionField.Leaf leaf, List<?> row) {
        return switch (leaf.name()) {
            case "cursor" -> cursor(row);
            case "score" -> keys(row).get(0);
            default -> leaf.type();
        };
    }

    private static List<?> keys(List<?> row) {
        return (List<?>) Objects.requireNonNull(row.get(row.size() - 1));
    }

    private String cursor(List<?> row) {
        return cursors.encode(keys(row));
    }
}
