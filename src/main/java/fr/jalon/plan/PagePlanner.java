package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Plans pages of connections: arguments to condition, order and slice; fields to a layout of the answer. */
final class PagePlanner {

    private final PageLimits limits;
    private final Moment moment;
    private final ConditionPlanner conditions;
    private final OrderPlanner orders;
    private final CountsPlanner counts;
    private final SearchPlanner searches;
    private final BiFunction<ExecutableNormalizedField, GraphType, NodeSelection> select;

    PagePlanner(
            Contract contract,
            PageLimits limits,
            Moment moment,
            BiFunction<ExecutableNormalizedField, GraphType, NodeSelection> select) {
        this.limits = limits;
        this.moment = moment;
        this.conditions = new ConditionPlanner(contract);
        this.orders = new OrderPlanner(contract);
        this.counts = new CountsPlanner(contract, limits);
        this.searches = new SearchPlanner(contract);
        this.select = select;
    }

    Page plan(ExecutableNormalizedField field, GraphType type) {
        Condition condition = condition(field, type);
        Arguments arguments = Arguments.of(field);
        List<SortKey> order = orders.plan(arguments.get("orderBy"), type);
        return page(
                field, type, condition, order, cursors(type, arguments.given().get("filter"), order));
    }

    Page planSearch(ExecutableNormalizedField field, GraphType type, String choice) {
        List<SortKey> order = List.of(SortKey.SCORE, SortKey.ID);
        return page(field, type, Condition.ALWAYS, order, cursors(type, choice, order));
    }

    /** A list at one moment is another than at another, and its cursors, too. */
    private Cursors cursors(GraphType type, @Nullable Object choice, List<SortKey> order) {
        return Cursors.of(type, moment.isNow() ? choice : moment.choice(choice), order);
    }

    /** The condition of the filter that the field is given, if it takes one. */
    Condition condition(ExecutableNormalizedField field, GraphType type) {
        return conditions.plan(field, type);
    }

    List<?> checkedIds(List<?> ids, ExecutableNormalizedField field) {
        if (ids.size() > limits.most()) {
            throw PlanException.tooMuch(
                    field, "At most %s ids in one list; found %s.".formatted(limits.most(), ids.size()));
        }
        return ids;
    }

    private Page page(
            ExecutableNormalizedField field,
            GraphType type,
            Condition condition,
            List<SortKey> order,
            Cursors cursors) {
        List<NodeSelection> projections = new ArrayList<>();
        List<ConnectionField> fields = field.getChildren().stream()
                .map(child -> connectionField(child, type, projections))
                .toList();
        return new Page(type, condition, order, cursors, slice(field, cursors), List.copyOf(projections), fields);
    }

    private ConnectionField connectionField(
            ExecutableNormalizedField child, GraphType type, List<NodeSelection> projections) {
        String key = child.getResultKey();
        return switch (child.getFieldName()) {
            case "totalCount" -> new ConnectionField.TotalCount(key);
            case "pageInfo" ->
                new ConnectionField.PageInfo(
                        key, child.getChildren().stream().map(PagePlanner::leaf).toList());
            case "nodes" -> new ConnectionField.Nodes(key, project(child, type, projections));
            case "edges" ->
                new ConnectionField.Edges(
                        key,
                        child.getChildren().stream()
                                .map(edge -> edgeField(edge, type, projections))
                                .toList());
            case "facets" -> counts.facets(child, type);
            case "suggestions" -> new ConnectionField.Suggestions(key);
            case "__typename" -> new ConnectionField.Typename(key, owner(child));
            default -> throw new IllegalStateException("A connection has no field " + child.getFieldName());
        };
    }

    private ConnectionField.EdgeField edgeField(
            ExecutableNormalizedField child, GraphType type, List<NodeSelection> projections) {
        return switch (child.getFieldName()) {
            case "node" -> new ConnectionField.EdgeField.Node(child.getResultKey(), project(child, type, projections));
            case "highlights" -> searches.highlights(child, type, projections);
            default -> new ConnectionField.EdgeField.Value(leaf(child));
        };
    }

    private int project(ExecutableNormalizedField child, GraphType type, List<NodeSelection> projections) {
        projections.add(select.apply(child, type));
        return projections.size() - 1;
    }

    static ConnectionField.Leaf leaf(ExecutableNormalizedField field) {
        return new ConnectionField.Leaf(field.getResultKey(), field.getFieldName(), owner(field));
    }

    private static String owner(ExecutableNormalizedField field) {
        return field.getObjectTypeNames().iterator().next();
    }

    private Page.Slice slice(ExecutableNormalizedField field, Cursors cursors) {
        Integer first = number(field, "first");
        Integer last = number(field, "last");
        if (first != null && last != null) {
            throw PlanException.at(field, "Give either first or last, not both.");
        }
        int limit = first != null ? first : last != null ? last : limits.standard();
        if (limit > limits.most()) {
            throw PlanException.tooMuch(
                    field, "A page holds at most %s nodes; found %s.".formatted(limits.most(), limit));
        }
        return new Page.Slice(limit, last != null, cursor(field, "after", cursors), cursor(field, "before", cursors));
    }

    private static @Nullable Integer number(ExecutableNormalizedField field, String argument) {
        Integer number = (Integer) Arguments.of(field).get(argument);
        if (number != null && number < 0) {
            throw PlanException.at(field, "The argument %s is zero or more; found %s.".formatted(argument, number));
        }
        return number;
    }

    private static @Nullable List<Object> cursor(ExecutableNormalizedField field, String argument, Cursors cursors) {
        Object cursor = Arguments.of(field).get(argument);
        try {
            return cursor == null ? null : cursors.known().decode((String) cursor);
        } catch (IllegalArgumentException e) {
            String message = "The cursor given as %s %s; go on with what gave it, or start without a cursor.";
            throw PlanException.at(field, message.formatted(argument, e.getMessage()));
        }
    }

    /** Plans the order of a connection; ties are always broken by id. */
    static final class OrderPlanner {

        private final Contract contract;

        OrderPlanner(Contract contract) {
            this.contract = contract;
        }

        List<SortKey> plan(@Nullable Object orderBy, GraphType type) {
            List<?> elements = orderBy == null ? List.of() : (List<?>) orderBy;
            List<SortKey> keys = new ArrayList<>();
            for (Object element : elements) {
                keys.add(key((Map<?, ?>) element, type, List.of()));
            }
            if (keys.stream().noneMatch(key -> key.direct() && key.property().equals("id"))) {
                keys.add(SortKey.ID);
            }
            return List.copyOf(keys);
        }

        /** The contract lets an element have exactly one key, with a value. */
        private SortKey key(Map<?, ?> element, GraphType type, List<RelationshipField> through) {
            Map.Entry<?, ?> entry = element.entrySet().iterator().next();
            String name = (String) entry.getKey();
            if (!(entry.getValue() instanceof Map<?, ?> nested)) {
                PropertyField property = type.property(name).orElseThrow();
                boolean required = through.isEmpty() && property.nonNull();
                return new SortKey(through, property.ordered(), "DESC".equals(entry.getValue()), required);
            }
            RelationshipField relationship = type.relationship(name).orElseThrow();
            List<RelationshipField> further = new ArrayList<>(through);
            further.add(relationship);
            return key(nested, contract.type(relationship.target()), List.copyOf(further));
        }
    }
}
