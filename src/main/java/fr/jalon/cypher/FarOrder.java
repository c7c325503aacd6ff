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

    private final Parameters parameters;
    private final Variables variables;
    private final FarPage far;

    FarOrder(Parameters parameters, Variables variables, Page page, String node) {
        this.parameters = parameters;
        this.variables = variables;
        this.far = FarPage.of(page, node, parameters, variables);
    }

    /** Whether a page has such a key; further ones have to be the node's own. */
    static boolean leads(Page page, Variables variables) {
        List<SortKey> order = page.order();
        return !order.get(0).direct()
                && !isVarying(order.get(0), variables)
                && order.get(0).through().stream().allMatch(field -> field.route() instanceof Route.Step)
                && order.stream().skip(1).noneMatch(key -> Keys.isComputed(key, page.type(), variables));
    }

    /** Whether the value is other than the far node holds, so that no index has its order. */
    private static boolean isVarying(SortKey key, Variables variables) {
        String label = key.through().get(key.through().size() - 1).label();
        return new Moments(variables).differing(label, key.property()).isPresent();
    }

    CypherStatement statement() {
        Page page = far.page();
        boolean falling = far.first().descending() != page.slice().backward();
        String before = falling ? without() : with();
        String behind = falling ? with() : without();
        PageRenderer pages = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(pages.rowsOf(page, far.node(), far.keys(), rows(before, behind)));
    }

    private String rows(String before, String behind) {
        String found = String.join(", ", parameters.searches());
        String some = variables.nextValue();
        String each = variables.nextValue();
        return ("CALL (%1$s) { %2$s RETURN collect([%3$s, %4$s]) AS %5$s }"
                        + " CALL (%6$s) { UNWIND %5$s AS %7$s RETURN head(%7$s) AS %3$s, last(%7$s) AS %4$s"
                        + " UNION ALL WITH %5$s WHERE size(%5$s) < %8$s CALL (%1$s) { %9$s RETURN %3$s, %4$s }"
                        + " RETURN %3$s, %4$s } WITH %10$s ORDER BY %11$s LIMIT %8$s")
                .formatted(
                        found,
                        before,
                        far.node(),
                        far.value(),
                        some,
                        found.isEmpty() ? some : some + ", " + found,
                        each,
                        far.limit(),
                        behind,
                        far.keys().binding(),
                        far.keys().order());
    }

    private String with() {
        return new NodesWithValue(far).rows();
    }

    private String without() {
        return new NodesWithoutValue(far).rows();
    }

    /**
     * A page whose first sort key is a property of another node, the end of one relationship after another.
     *
     * @param node variable of the nodes of the page
     * @param keys of the page, once they are in scope
     */
    record FarPage(Page page, String node, Keys keys, Parameters parameters, Variables variables) {

        static FarPage of(Page page, String node, Parameters parameters, Variables variables) {
            return new FarPage(page, node, Keys.of(page, node, variables).bound(), parameters, variables);
        }

        /** The key that is a property of another node. */
        SortKey first() {
            return page.order().get(0);
        }

        /** Variable of the value of that key. */
        String value() {
            return keys.names().get(0);
        }

        /** What leads from a node of the page to the end. */
        String path(String from, String end) {
            List<String> patterns = new ArrayList<>();
            String near = from;
            List<RelationshipField> hops = first().through();
            for (int i = 0; i < hops.size(); i++) {
                String next = i == hops.size() - 1 ? end : variables.next();
                patterns.add(new Patterns(variables).between(near, hops.get(i).route(), next));
                near = next;
            }
            return String.join(", ", patterns);
        }

        /** What holds of the nodes of the page, where the first key has that value. */
        List<String> predicates(String value) {
            List<String> names = new ArrayList<>(keys.names());
            names.set(0, value);
            String keyset = new Keyset(parameters, page, names).predicate();
            PageRenderer pages = new ProjectionRenderer(parameters, variables).pages();
            return Stream.concat(
                            pages.predicates(page.condition(), node).stream(),
                            keyset.isEmpty() ? Stream.of() : Stream.of(keyset))
                    .toList();
        }

        /** One more than the page holds, which tells whether there is a next one. */
        String limit() {
            return parameters.add((long) page.slice().limit() + 1);
        }
    }

    /** Renders the nodes of a page that lead to a value of its first sort key: from the values, in their order. */
    static final class NodesWithValue {

        private final FarPage far;

        NodesWithValue(FarPage far) {
            this.far = far;
        }

        String rows() {
            String end = far.variables().next();
            String property = end + "." + far.first().property();
            Keys keys = far.keys();
            return "MATCH (%s:%s)%s WITH %s, %s AS %s ORDER BY %s MATCH %s%s WITH %s ORDER BY %s LIMIT %s"
                    .formatted(
                            end,
                            far.first()
                                    .through()
                                    .get(far.first().through().size() - 1)
                                    .label(),
                            PageRenderer.where(stretch(property)),
                            end,
                            property,
                            far.value(),
                            keys.order().split(", ", 2)[0],
                            far.path(far.node() + ":" + far.page().type().label(), end),
                            PageRenderer.where(far.predicates(far.value())),
                            keys.binding(),
                            keys.order(),
                            far.limit());
        }

        /** The values between the cursors, for an index to walk. */
        private List<String> stretch(String property) {
            List<String> stretch = new ArrayList<>(List.of(property + " IS NOT NULL"));
            bound(far.page().slice().after(), property, far.first().descending() ? "<=" : ">=", stretch);
            bound(far.page().slice().before(), property, far.first().descending() ? ">=" : "<=", stretch);
            return stretch;
        }

        private void bound(@Nullable List<Object> cursor, String property, String operator, List<String> stretch) {
            if (cursor != null && cursor.get(0) != Cursors.Nothing.NOTHING) {
                stretch.add("%s %s %s"
                        .formatted(property, operator, far.parameters().add(cursor.get(0))));
            }
        }
    }

    /** Renders the nodes of a page that lead to no value of its first sort key, in the order of the other keys. */
    static final class NodesWithoutValue {

        private static final String NOTHING = "null";

        private final FarPage far;

        NodesWithoutValue(FarPage far) {
            this.far = far;
        }

        String rows() {
            return "MATCH (%s:%s)%s WITH %s, %s AS %s ORDER BY %s LIMIT %s"
                    .formatted(
                            far.node(),
                            far.page().type().label(),
                            PageRenderer.where(predicates()),
                            far.node(),
                            NOTHING,
                            far.value(),
                            far.keys().order().split(", ", 2)[1],
                            far.limit());
        }

        private List<String> predicates() {
            String end = far.variables().next();
            List<String> predicates = new ArrayList<>();
            SortKey second = far.page().order().get(1);
            if (second.required()) {
                predicates.add("%s.%s IS NOT NULL".formatted(far.node(), second.property()));
            }
            predicates.add("NOT EXISTS { MATCH %s WHERE %s.%s IS NOT NULL }"
                    .formatted(far.path(far.node(), end), end, far.first().property()));
            predicates.addAll(far.predicates(NOTHING));
            return predicates;
        }
    }
}
