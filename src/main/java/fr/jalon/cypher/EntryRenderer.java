package fr.jalon.cypher;

import fr.jalon.plan.Condition.Related;
import fr.jalon.plan.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Renders how a filtered list of a root field is entered: by walking an index in the list's order and looking from each
 * node at its relationships, or from the far ends of these.
 *
 * <p>The walk is the shorter the more nodes match, the other way the fewer relationships the ends have. Both are known
 * from counts, so a page chooses when it runs; a count never walks short.
 */
final class EntryRenderer {

    /** To look at one relationship from a node costs about that many times what following one from a far end does. */
    private static final double WALK = 12.5;

    private final Parameters parameters;
    private final Variables variables;
    private final ConditionRenderer conditions;

    EntryRenderer(Parameters parameters, Variables variables) {
        this.parameters = parameters;
        this.variables = variables;
        this.conditions = new ConditionRenderer(parameters, variables);
    }

    /** Clauses from the far ends to the nodes, with their WHERE; a node may come more than once. */
    String fromEnds(Page page, Entry entry, String node, List<String> further) {
        List<String> names = new ArrayList<>();
        List<String> predicates = new ArrayList<>();
        for (Related end : entry.ends()) {
            String name = variables.next();
            names.add(name);
            add(conditions.render(end.condition(), name), predicates);
        }
        add(conditions.render(entry.rest(), node), predicates);
        predicates.addAll(further);
        return entry.match(page.type(), node, names) + PageRenderer.where(predicates);
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
        String name = variables.next();
        List<String> predicates = new ArrayList<>();
        add(conditions.render(end.condition(), name), predicates);
        return " OPTIONAL MATCH (%s:%s)%s WITH %s, sum(COUNT { %s }) AS %s"
                .formatted(
                        name,
                        end.field().label(),
                        PageRenderer.where(predicates),
                        carried,
                        Patterns.between("", end.field().route(), name),
                        degree);
    }

    /** How many nodes may match, were the conditions independent, times what the ends cost; more than an integer holds. */
    private static String matches(List<String> degrees) {
        return "toFloat(" + String.join(") * toFloat(", degrees) + ")" + " * (" + String.join(" + ", degrees) + ")";
    }

    private String least(Page page, List<String> degrees, String all) {
        String factor = parameters.add(WALK * (page.slice().limit() + 1));
        return factor + (" * " + all).repeat(degrees.size());
    }

    private static void add(String predicate, List<String> predicates) {
        if (!predicate.equals(ConditionRenderer.TRUE)) {
            predicates.add(predicate);
        }
    }
}
