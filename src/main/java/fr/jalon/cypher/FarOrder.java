package fr.jalon.cypher;

import fr.jalon.plan.Cursors;
import fr.jalon.plan.Page;
import fr.jalon.plan.SortKey;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders how a list is entered whose first sort key is a property of another node, which one relationship after another
 * leads to: from there, in the order of the property, until the page is full.
 *
 * <p>Nodes that lead to no value come behind all others, or before them. Whichever come last are looked for only where the
 * page has room.
 */
final class FarOrder {

    private static final String NOTHING = "null";

    private final Parameters parameters;
    private final Variables variables;
    private final PageRenderer pages;
    private final Page page;
    private final String node;
    private final Keys keys;

    FarOrder(Parameters parameters, Variables variables, Page page, String node) {
        this.parameters = parameters;
        this.variables = variables;
        this.pages = new ProjectionRenderer(parameters, variables).pages();
        this.page = page;
        this.node = node;
        this.keys = Keys.of(page, node, variables).bound();
    }

    /** Whether a page has such a key; further ones have to be the node's own. */
    static boolean leads(Page page) {
        List<SortKey> order = page.order();
        return !order.get(0).direct()
                && order.get(0).through().stream().allMatch(field -> field.route() instanceof Route.Step)
                && order.stream().skip(1).allMatch(SortKey::direct);
    }

    CypherStatement statement() {
        boolean falling = first().descending() != page.slice().backward();
        String before = falling ? without() : with();
        String behind = falling ? with() : without();
        String found = String.join(", ", parameters.searches());
        String some = variables.nextValue();
        String each = variables.nextValue();
        String text = ("CALL (%1$s) { %2$s RETURN collect([%3$s, %4$s]) AS %5$s }"
                        + " CALL (%6$s) { UNWIND %5$s AS %7$s RETURN head(%7$s) AS %3$s, last(%7$s) AS %4$s"
                        + " UNION ALL WITH %5$s WHERE size(%5$s) < %8$s CALL (%1$s) { %9$s RETURN %3$s, %4$s }"
                        + " RETURN %3$s, %4$s } WITH %10$s ORDER BY %11$s LIMIT %8$s")
                .formatted(
                        found,
                        before,
                        node,
                        value(),
                        some,
                        found.isEmpty() ? some : some + ", " + found,
                        each,
                        limit(),
                        behind,
                        keys.binding(),
                        keys.order());
        return parameters.statement(pages.rowsOf(page, node, keys, text));
    }

    /** From the values, in their order. */
    private String with() {
        String end = variables.next();
        String property = end + "." + first().property();
        List<String> some = new ArrayList<>(List.of(property + " IS NOT NULL"));
        bound(page.slice().after(), property, first().descending() ? "<=" : ">=", some);
        bound(page.slice().before(), property, first().descending() ? ">=" : "<=", some);
        return "MATCH (%s:%s)%s WITH %s, %s AS %s ORDER BY %s MATCH %s%s WITH %s ORDER BY %s LIMIT %s"
                .formatted(
                        end,
                        first().through().get(first().through().size() - 1).label(),
                        PageRenderer.where(some),
                        end,
                        property,
                        value(),
                        keys.order().split(", ", 2)[0],
                        path(node + ":" + page.type().label(), end),
                        PageRenderer.where(predicates(value())),
                        keys.binding(),
                        keys.order(),
                        limit());
    }

    /** Those that lead to no value, in the order of the other keys. */
    private String without() {
        String end = variables.next();
        List<String> some = new ArrayList<>();
        SortKey second = page.order().get(1);
        if (second.required()) {
            some.add("%s.%s IS NOT NULL".formatted(node, second.property()));
        }
        some.add("NOT EXISTS { MATCH %s WHERE %s.%s IS NOT NULL }".formatted(path(node, end), end, first().property()));
        some.addAll(predicates(NOTHING));
        return "MATCH (%s:%s)%s WITH %s, %s AS %s ORDER BY %s LIMIT %s"
                .formatted(
                        node,
                        page.type().label(),
                        PageRenderer.where(some),
                        node,
                        NOTHING,
                        value(),
                        keys.order().split(", ", 2)[1],
                        limit());
    }

    /** What holds of the nodes of the page, where the first key has that value. */
    private List<String> predicates(String value) {
        List<String> names = new ArrayList<>(keys.names());
        names.set(0, value);
        String keyset = new Keyset(parameters, page, names).predicate();
        return Stream.concat(
                        pages.predicates(page.condition(), node).stream(),
                        keyset.isEmpty() ? Stream.of() : Stream.of(keyset))
                .toList();
    }

    private String path(String from, String end) {
        List<String> patterns = new ArrayList<>();
        String near = from;
        List<RelationshipField> hops = first().through();
        for (int i = 0; i < hops.size(); i++) {
            String next = i == hops.size() - 1 ? end : variables.next();
            patterns.add(Patterns.between(near, hops.get(i).route(), next));
            near = next;
        }
        return String.join(", ", patterns);
    }

    private void bound(@Nullable List<Object> cursor, String property, String operator, List<String> bounds) {
        if (cursor != null && cursor.get(0) != Cursors.Nothing.NOTHING) {
            bounds.add("%s %s %s".formatted(property, operator, parameters.add(cursor.get(0))));
        }
    }

    private String limit() {
        return parameters.add((long) page.slice().limit() + 1);
    }

    private SortKey first() {
        return page.order().get(0);
    }

    private String value() {
        return keys.names().get(0);
    }
}
