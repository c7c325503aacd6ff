package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.plan.Condition.Related;
import fr.jalon.schema.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A MATCH of far ends, and of what they are chosen by, hop by hop, so that it may begin with the farthest.
 *
 * <p>No relationship comes twice in one MATCH, whereas two conditions may hold by the same one: a type that has been
 * followed is not followed again.
 */
final class FarEnds {

    private final Variables variables;
    private final ConditionRenderer conditions;
    private final List<String> patterns = new ArrayList<>();
    private final List<String> predicates = new ArrayList<>();
    private final Set<String> followed = new HashSet<>();

    FarEnds(Variables variables, ConditionRenderer conditions) {
        this.variables = variables;
        this.conditions = conditions;
    }

    /** Leads from a node to each of the ends. */
    void arriveAt(String node, List<Related> ends) {
        ends.forEach(end -> followed.add(type(end)));
        for (Related end : ends) {
            String name = variables.next();
            patterns.add(Patterns.between(node, end.field().route(), labelled(name, end)));
            choose(end.condition(), name);
        }
    }

    /** Begins with the end, and gives its name. */
    String startFrom(Related end) {
        followed.add(type(end));
        String name = variables.next();
        patterns.add("(" + labelled(name, end) + ")");
        choose(end.condition(), name);
        return name;
    }

    String match() {
        return "MATCH " + String.join(", ", patterns);
    }

    /** What the ends must meet, and more. */
    String where(List<String> further) {
        List<String> all = new ArrayList<>(predicates);
        all.removeIf(ConditionRenderer.TRUE::equals);
        all.addAll(further);
        return PageRenderer.where(all);
    }

    private void choose(Condition condition, String node) {
        for (Condition each : Entry.conjuncts(condition)) {
            if (each instanceof Related related && Entry.leadsIn(related) && followed.add(type(related))) {
                String name = variables.next();
                patterns.add(Patterns.between(node, related.field().route(), labelled(name, related)));
                choose(related.condition(), name);
            } else {
                predicates.add(conditions.render(each, node));
            }
        }
    }

    private static String type(Related end) {
        return ((Route.Step) end.field().route()).type();
    }

    private static String labelled(String name, Related end) {
        return name + ":" + end.field().label();
    }
}
