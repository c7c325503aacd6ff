package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.plan.Condition.Related;
import fr.jalon.plan.Page;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Renders how a filtered list of a root field is entered: by walking an index in the list's order and looking from each
 * node at its relationships, or from the far ends of these.
 *
 * <p>The walk is the shorter the more nodes match, the other way the fewer relationships the ends have. Both are known
 * from counts, so a page chooses when it runs; a count never walks short.
 */
final class EntryRenderer {

    private final Parameters parameters;
    private final Variables variables;
    private final ConditionRenderer conditions;

    EntryRenderer(Parameters parameters, Variables variables) {
        this.parameters = parameters;
        this.variables = variables;
        this.conditions = new ConditionRenderer(parameters, variables);
    }

    /** Clauses that bind every node of a list; from the far ends one may come more than once. */
    String every(GraphType type, Condition condition, String node) {
        Entry entry = Entry.of(condition);
        if (entry.isPossible()) {
            return fromEnds(type, entry, node, List.of());
        }
        List<String> predicates = new ArrayList<>();
        add(conditions.render(condition, node), predicates);
        return "MATCH (%s:%s)%s".formatted(node, type.label(), PageRenderer.where(predicates));
    }

    /**
     * Clauses from the far ends to the nodes; a node may come more than once.
     *
     * <p>What else must hold comes behind them, lest the planner begin with an index that finds most nodes.
     */
    String fromEnds(GraphType type, Entry entry, String node, List<String> further) {
        FarEnds ends = new FarEnds(variables, conditions);
        ends.arriveAt(node + ":" + type.label(), entry.ends());
        String joined = entry.ends().size() > 1 ? " USING JOIN ON " + node : "";
        List<String> rest = new ArrayList<>();
        add(conditions.render(entry.rest(), node), rest);
        rest.addAll(further);
        if (entry.restIsSelective()) {
            return ends.match() + joined + ends.where(rest);
        }
        String filtered = rest.isEmpty() ? "" : " WITH DISTINCT " + node + PageRenderer.where(rest);
        return ends.match() + joined + ends.where(List.of()) + filtered;
    }

    /**
     * Clauses that bind the nodes of a page by the way that costs less.
     *
     * @param walk from an index in order to the nodes of the page
     * @param ends from the far ends to the nodes of the page
     * @param node what both bind
     */
    String cheaper(Page page, Entry entry, String walk, String ends, String node) {
        List<String> degrees = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String all = variables.nextCount();
        text.append("MATCH (%1$s:%2$s) WITH count(%1$s) AS %3$s"
                .formatted(variables.next(), page.type().label(), all));
        for (Related end : entry.ends()) {
            String carried = all + degrees.stream().map(each -> ", " + each).collect(Collectors.joining());
            String degree = variables.nextCount();
            text.append(degree(end, degree, carried));
            degrees.add(degree);
        }
        String found = String.join(", ", parameters.searches());
        return text.append(" WITH %s > %s AS walk".formatted(matches(degrees), least(page, degrees, all)))
                .append(" CALL (%s) {".formatted(found.isEmpty() ? "walk" : "walk, " + found))
                .append(" WITH walk WHERE walk CALL (%s) { %s } RETURN %s".formatted(found, walk, node))
                .append(" UNION ALL WITH walk WHERE NOT walk CALL (%s) { %s } RETURN %s }".formatted(found, ends, node))
                .toString();
    }

    private String degree(Related end, String degree, String carried) {
        FarEnds ends = new FarEnds(variables, conditions);
        String name = ends.startFrom(end);
        return " OPTIONAL %s%s WITH %s, sum(COUNT { %s }) AS %s"
                .formatted(
                        ends.match(),
                        ends.where(List.of()),
                        carried,
                        Patterns.now("", end.field().route(), name),
                        degree);
    }

    /** How many nodes may match, were the conditions independent, times what the ends cost; more than an integer holds. */
    private static String matches(List<String> degrees) {
        return "toFloat(" + String.join(") * toFloat(", degrees) + ")" + " * (" + String.join(" + ", degrees) + ")";
    }

    private String least(Page page, List<String> degrees, String all) {
        String factor = parameters.add(Shape.walk(page.slice().limit() + 1L));
        return factor + (" * " + all).repeat(degrees.size());
    }

    private static void add(String predicate, List<String> predicates) {
        if (!predicate.equals(ConditionRenderer.TRUE)) {
            predicates.add(predicate);
        }
    }

    /**
     * A MATCH of far ends, and of what they are chosen by, hop by hop, so that it may begin with the farthest.
     *
     * <p>No relationship comes twice in one MATCH, whereas two conditions may hold by the same one: a type that has been
     * followed is not followed again.
     */
    static final class FarEnds {

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
                patterns.add(new Patterns(variables).between(node, end.field().route(), labelled(name, end)));
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
                    patterns.add(new Patterns(variables)
                            .between(node, related.field().route(), labelled(name, related)));
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
}
