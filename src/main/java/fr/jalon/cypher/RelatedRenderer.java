package fr.jalon.cypher;

import fr.jalon.plan.Selected;
import java.util.function.BiFunction;

/** Renders what all nodes of a level lead to by one field, see {@link RelatedStatements.OfField}. */
final class RelatedRenderer {

    private final Parameters parameters = new Parameters();
    private final Variables variables;
    private final String near;

    private RelatedRenderer(Shape shape) {
        this.variables = new Variables(shape);
        this.near = variables.next();
    }

    /** A row for each node and the one it leads to; of several the first counts. */
    static CypherStatement one(Selected.One one, Shape shape) {
        RelatedRenderer renderer = new RelatedRenderer(shape);
        String other = renderer.variables.next();
        return renderer.statement("MATCH %s RETURN [%s, %s] AS row%s"
                .formatted(
                        new Patterns(renderer.variables)
                                .between(renderer.near, one.field().route(), other),
                        renderer.near,
                        other,
                        Patterns.repeats(one.field()) ? " ORDER BY " + other + ".id" : ""));
    }

    /** A row for each node and each it leads to, sorted by the ids of these. */
    static CypherStatement many(Selected.Many many, Shape shape) {
        RelatedRenderer renderer = new RelatedRenderer(shape);
        String other = renderer.variables.next();
        String both = renderer.near + ", " + other;
        return renderer.statement("MATCH %s%s%s RETURN [%s] AS row ORDER BY %s.id"
                .formatted(
                        new Patterns(renderer.variables)
                                .between(renderer.near, many.field().route(), other),
                        PageRenderer.where(renderer.pages().predicates(many.condition(), other)),
                        Patterns.repeats(many.field()) ? " WITH DISTINCT " + both : "",
                        both,
                        other));
    }

    /** A row for each node and the rows of its page. */
    static CypherStatement page(Selected.Connection connection, Shape shape) {
        return ofEach(shape, (pages, near) -> pages.nestedRows(connection.field(), connection.page(), near));
    }

    /** A row for each node and the number of nodes it leads to. */
    static CypherStatement count(Selected.Connection connection, Shape shape) {
        return ofEach(shape, (pages, near) -> pages.nestedCount(connection.field(), connection.page(), near));
    }

    /** A row for each node and the facets of what it leads to. */
    static CypherStatement facets(Selected.Connection connection, Shape shape) {
        return ofEach(shape, (pages, near) -> pages.nestedFacets(connection.field(), connection.page(), near));
    }

    private static CypherStatement ofEach(Shape shape, BiFunction<PageRenderer, String, String> value) {
        RelatedRenderer renderer = new RelatedRenderer(shape);
        return renderer.statement(
                "RETURN [%s, %s] AS row".formatted(renderer.near, value.apply(renderer.pages(), renderer.near)));
    }

    private PageRenderer pages() {
        return new ProjectionRenderer(parameters, variables).pages();
    }

    private CypherStatement statement(String text) {
        return parameters.statement(RelatedStatements.given(near) + " " + text);
    }
}
