package fr.jalon.cypher;

import fr.jalon.plan.Cursors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders the nodes of a page that lead to a value of its first sort key: from the values, in their order. */
final class NodesWithValue {

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
            stretch.add(
                    "%s %s %s".formatted(property, operator, far.parameters().add(cursor.get(0))));
        }
    }
}
