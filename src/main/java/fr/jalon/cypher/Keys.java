package fr.jalon.cypher;

import fr.jalon.plan.Page;
import fr.jalon.plan.SortKey;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import java.util.ArrayList;
import java.util.List;

/**
 * The sort keys of a page as Cypher.
 *
 * @param names the expressions that name the keys once the binding is in scope
 * @param binding the items of a WITH that brings node and keys into scope
 * @param order the items of an ORDER BY
 * @param computed whether a key is known only after the binding
 */
record Keys(String node, List<String> names, String binding, String order, boolean computed) {

    static Keys of(Page page, String node, Variables variables) {
        List<String> names = new ArrayList<>();
        List<String> order = new ArrayList<>();
        StringBuilder binding = new StringBuilder(node);
        boolean computed = false;
        for (SortKey key : page.order()) {
            String name = node + "." + key.property();
            if (key.equals(SortKey.SCORE)) {
                name = key.property();
                binding.append(", ").append(name);
            } else if (!key.direct()) {
                name = variables.nextKey();
                binding.append(", ")
                        .append(through(key, node, variables))
                        .append(" AS ")
                        .append(name);
                computed = true;
            } else if (isComputed(key, page.type(), variables)) {
                name = variables.nextKey();
                binding.append(", ")
                        .append(value(key, page.type(), node, variables))
                        .append(" AS ")
                        .append(name);
                computed = true;
            }
            names.add(name);
            order.add(key.descending() != page.slice().backward() ? name + " DESC" : name);
        }
        return new Keys(node, names, binding.toString(), String.join(", ", order), computed);
    }

    /** Whether a key is known only after the binding: that of another node, or one that is other than the node holds. */
    static boolean isComputed(SortKey key, GraphType type, Variables variables) {
        return !key.direct()
                || new Moments(variables)
                        .differing(type.label(), key.property())
                        .isPresent();
    }

    private static String value(SortKey key, GraphType type, String node, Variables variables) {
        return new Moments(variables).ordered(type.label(), key.property(), node);
    }

    /** The same keys once they are in scope. */
    Keys bound() {
        StringBuilder carried = new StringBuilder(node);
        names.stream()
                .filter(name -> !name.contains("."))
                .forEach(name -> carried.append(", ").append(name));
        return new Keys(node, names, carried.toString(), order, false);
    }

    private static String through(SortKey key, String node, Variables variables) {
        StringBuilder match = new StringBuilder();
        String from = node;
        for (RelationshipField field : key.through()) {
            String to = variables.next();
            match.append("MATCH ")
                    .append(new Patterns(variables).toOne(from, field, to))
                    .append(' ');
            from = to;
        }
        String label = key.through().get(key.through().size() - 1).label();
        return "HEAD(COLLECT { %sRETURN %s LIMIT 1 })"
                .formatted(match, new Moments(variables).ordered(label, key.property(), from));
    }
}
