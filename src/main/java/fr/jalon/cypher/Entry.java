package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.plan.Condition.Quantifier;
import fr.jalon.plan.Condition.Related;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The far ends from which a filtered list may be entered: some related node of this kind, and some of that.
 *
 * <p>A node's relationships of all types lie in one chain, which is read whole to look at one of them; those of a far end
 * are counted without reading, and followed at the cost of one each.
 *
 * @param ends conditions on related nodes, at most two, of different relationship types
 * @param rest what must hold besides
 */
record Entry(List<Related> ends, Condition rest) {

    private static final int MOST_ENDS = 2;

    /** The ends that a condition offers, or none; what a search finds is the better entry. */
    static Entry of(Condition condition) {
        if (conjuncts(condition).stream().anyMatch(Condition.Found.class::isInstance)) {
            return new Entry(List.of(), condition);
        }
        List<Related> ends = new ArrayList<>();
        List<Condition> rest = new ArrayList<>();
        Set<Route> routes = new HashSet<>();
        for (Condition each : conjuncts(condition)) {
            if (each instanceof Related related
                    && ends.size() < MOST_ENDS
                    && leadsIn(related)
                    && routes.add(related.field().route())) {
                ends.add(related);
            } else {
                rest.add(each);
            }
        }
        return new Entry(List.copyOf(ends), new Condition.All(List.copyOf(rest)));
    }

    boolean isPossible() {
        return !ends.isEmpty();
    }

    /** A clause that leads from the ends to the node, and takes a WHERE. */
    String match(GraphType type, String node, List<String> names) {
        List<String> patterns = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            Route route = ends.get(i).field().route();
            patterns.add(Patterns.between(node + ":" + type.label(), route, names.get(i) + ":" + label(i)));
        }
        String joined = ends.size() > 1 ? " USING JOIN ON " + node : "";
        return "MATCH " + String.join(", ", patterns) + joined;
    }

    private String label(int end) {
        return ends.get(end).field().label();
    }

    private static List<Condition> conjuncts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream()
                    .flatMap(each -> conjuncts(each).stream())
                    .toList();
        }
        return List.of(condition);
    }

    private static boolean leadsIn(Related related) {
        return related.quantifier() == Quantifier.SOME
                && related.field().route() instanceof Route.Step
                && !conjuncts(related.condition()).isEmpty();
    }
}
