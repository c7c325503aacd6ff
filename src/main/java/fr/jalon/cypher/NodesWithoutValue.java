package fr.jalon.cypher;

import fr.jalon.plan.SortKey;
import java.util.ArrayList;
import java.util.List;

/** Renders the nodes of a page that lead to no value of its first sort key, in the order of the other keys. */
final class NodesWithoutValue {

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
