package fr.jalon.cypher;

import fr.jalon.plan.Page;
import fr.jalon.plan.SortKey;
import fr.jalon.schema.RelationshipField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
            patterns.add(Patterns.between(near, hops.get(i).route(), next));
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
