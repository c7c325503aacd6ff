package fr.jalon.answer;

import fr.jalon.plan.ConnectionField.Leaf;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.WayField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Completes what was found for a root field to its answer, written as JSON, as section 6.4.3 of the GraphQL specification
 * says.
 */
public final class Completion {

    private final JsonBuffer json;
    private final List<FieldError> errors;
    private final NodeCompletion nodes;

    /**
     * The completion of a root field.
     *
     * @param json what its value is appended to
     * @param errors what those are added to that make a field null
     * @param texts those that the variables of the operation give
     */
    public Completion(String resultKey, JsonBuffer json, List<FieldError> errors, List<String> texts) {
        this.json = json;
        this.errors = errors;
        this.nodes = new NodeCompletion(resultKey, json, errors, texts);
    }

    /** A value is missing that the contract promises; the nearest field that may be null becomes null. */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Its reason is among the errors. */
        public Missing() {
            super(null, null, false, false);
        }
    }

    /**
     * Why a field is null that the contract promises.
     *
     * @param path result keys and indexes that lead to the field
     */
    public record FieldError(Cause cause, String message, List<Object> path) {

        /** Whose the error is. */
        public enum Cause {
            /** The graph lacks what the contract promises. */
            GRAPH,
            /** The request asks for more than is given. */
            SIZE
        }
    }

    /** Writes the value of the root field; fails with {@link Missing} where the whole answer is null for it. */
    public void write(RootPlan plan, RootRows found) {
        if (plan instanceof RootPlan.One one) {
            nodes.nullable(
                    one.node(), found.rows().isEmpty() ? null : found.rows().get(0));
        } else if (plan instanceof RootPlan.Many many) {
            nodes.nullableNodes(many.node(), found.rows());
        } else if (plan instanceof RootPlan.Paths paths) {
            new PathsCompletion(json, nodes).paths(paths, found.rows());
        } else if (plan instanceof RootPlan.Neighbours neighbours) {
            new PathsCompletion(json, nodes).neighbours(neighbours, found.rows());
        } else if (plan instanceof RootPlan.Counts counts) {
            counts(counts, found.rows());
        } else {
            Page page = plan instanceof RootPlan.OfType ofType ? ofType.page() : ((RootPlan.Search) plan).page();
            nodes.connection(page, found.rows(), found.count(), found.facets(), found.suggestions(plan));
        }
    }

    /** Groups of counted nodes; more than allowed fail as a whole. */
    private void counts(RootPlan.Counts counts, List<List<?>> rows) {
        if (rows.size() > counts.most()) {
            String message = "More than %s groups; ask for fewer dimensions, or filter.".formatted(counts.most());
            errors.add(new FieldError(FieldError.Cause.SIZE, message, nodes.path()));
            throw new Missing();
        }
        new CountsCompletion(json).counts(counts.by(), counts.fields(), rows);
    }

    /** Writes paths and neighbours as JSON. */
    static final class PathsCompletion {

        private final JsonBuffer json;
        private final NodeCompletion completion;

        PathsCompletion(JsonBuffer json, NodeCompletion completion) {
            this.json = json;
            this.completion = completion;
        }

        void paths(RootPlan.Paths paths, List<List<?>> rows) {
            json.open('[');
            for (List<?> row : rows) {
                List<?> nodes = list(row, 4);
                json.item();
                json.open('{');
                for (WayField field : paths.fields()) {
                    if (field instanceof WayField.Nodes each) {
                        json.name(each.resultKey());
                        NodeSelection selection = paths.projections().get(each.projection());
                        completion.nodes(selection, NodeCompletion.rows(nodes.get(each.projection())));
                    } else if (field instanceof WayField.Steps steps) {
                        json.name(steps.resultKey());
                        steps(steps, row);
                    } else {
                        leaf(((WayField.Value) field).leaf(), row.get(0));
                    }
                }
                json.close('}');
            }
            json.close(']');
        }

        private void steps(WayField.Steps steps, List<?> row) {
            List<?> types = list(row, 1);
            json.open('[');
            for (int i = 0; i < types.size(); i++) {
                boolean forward =
                        Objects.equals(list(row, 2).get(i), list(row, 3).get(i));
                json.item();
                json.open('{');
                for (Leaf leaf : steps.fields()) {
                    leaf(leaf, leaf.name().equals("forward") ? forward : types.get(i));
                }
                json.close('}');
            }
            json.close(']');
        }

        void neighbours(RootPlan.Neighbours neighbours, List<List<?>> rows) {
            json.open('[');
            for (List<?> row : rows) {
                json.item();
                json.open('{');
                for (WayField field : neighbours.fields()) {
                    if (field instanceof WayField.Node node) {
                        json.name(node.resultKey());
                        NodeSelection selection = neighbours.projections().get(node.projection());
                        completion.node(
                                selection, ConnectionCompletion.PageRows.projection(list(row, 1), node.projection()));
                    } else {
                        leaf(((WayField.Value) field).leaf(), row.get(0));
                    }
                }
                json.close('}');
            }
            json.close(']');
        }

        private void leaf(Leaf leaf, @Nullable Object value) {
            json.name(leaf.resultKey());
            json.value(leaf.name().equals("__typename") ? leaf.type() : value);
        }

        private static List<?> list(List<?> row, int place) {
            return (List<?>) Objects.requireNonNull(row.get(place));
        }
    }
}
