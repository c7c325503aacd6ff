package fr.jalon.cypher;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.Selected;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read what all nodes of a level lead to, by the fields below a root field that lead to nodes.
 *
 * <p>None tells what is read of the nodes it finds, so that documents share them, and Neo4j plans each by itself: two small
 * statements are planned in less time than one within the other.
 */
public final class RelatedStatements {

    /** Name of the parameter that takes the nodes of a level. */
    public static final String NODES = "nodes";

    private final Shape shape;
    private final IdentityHashMap<Selected, OfField> byField;
    private final List<Selected> fields = new ArrayList<>();

    private RelatedStatements(Shape shape) {
        this.byField = new IdentityHashMap<>();
        this.shape = shape;
    }

    private RelatedStatements(RelatedStatements others, List<String> texts) {
        this.byField = new IdentityHashMap<>(others.byField);
        this.fields.addAll(others.fields);
        this.shape = others.shape;
        byField.replaceAll((field, statements) -> statements.given(texts));
    }

    /**
     * The statements of one field; the parameter {@link #NODES} of each takes the nodes of a level, and each row is a list of one
     * of these and of what it leads to.
     *
     * @param nodes of a field of one node that node, of which the first counts where there are more; of a list each node; of a
     *     connection the rows of its page; null where only their number or facets are asked for
     * @param count a number
     * @param facets see {@link CountsRenderer#facets}
     */
    public record OfField(
            @Nullable CypherStatement nodes,
            @Nullable CypherStatement count,
            @Nullable CypherStatement facets) {

        private OfField given(List<String> texts) {
            return new OfField(
                    ReadStatements.given(nodes, texts),
                    ReadStatements.given(count, texts),
                    ReadStatements.given(facets, texts));
        }

        /** Those there are. */
        public Stream<CypherStatement> all() {
            return Stream.of(nodes, count, facets).flatMap(Stream::ofNullable);
        }
    }

    static RelatedStatements of(RootPlan plan, Shape shape) {
        RelatedStatements statements = new RelatedStatements(shape);
        plan.projections().forEach(statements::add);
        return statements;
    }

    /** A clause that binds each node that a statement is given. */
    static String given(String node) {
        return "UNWIND $%s AS %s".formatted(NODES, node);
    }

    /** The statements of a field that leads to nodes. */
    public OfField of(Selected field) {
        return Objects.requireNonNull(byField.get(field));
    }

    RelatedStatements given(List<String> texts) {
        return new RelatedStatements(this, texts);
    }

    /** The fields that lead to nodes, each before those below it. */
    public List<Selected> fields() {
        return fields;
    }

    Stream<CypherStatement> all() {
        return fields.stream().flatMap(field -> of(field).all());
    }

    private void add(NodeSelection selection) {
        selection.alternatives().stream()
                .flatMap(alternative -> alternative.fields().stream())
                .filter(field -> !byField.containsKey(field))
                .forEach(this::add);
    }

    private void add(Selected field) {
        if (field instanceof Selected.One one) {
            put(field, new OfField(RelatedRenderer.one(one, shape), null, null));
            add(one.node());
        } else if (field instanceof Selected.Many many) {
            put(field, new OfField(RelatedRenderer.many(many, shape), null, null));
            add(many.node());
        } else if (field instanceof Selected.Connection connection) {
            put(field, ofPage(connection));
            connection.page().projections().forEach(this::add);
        }
    }

    private void put(Selected field, OfField statements) {
        fields.add(field);
        byField.put(field, statements);
    }

    private OfField ofPage(Selected.Connection connection) {
        Page page = connection.page();
        return new OfField(
                page.readsNodes() ? RelatedRenderer.page(connection, shape) : null,
                page.counted() ? RelatedRenderer.count(connection, shape) : null,
                page.facets().isEmpty() ? null : RelatedRenderer.facets(connection, shape));
    }
}
