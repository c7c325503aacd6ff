package fr.jalon.plan;

import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.RootField;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans what each root field of an operation reads; safe for use by many threads. */
public final class Planner {

    private final Contract contract;
    private final PagePlanner pages;
    private final CountsPlanner counts;
    private final WaysPlanner ways;
    private final SearchPlanner searches;

    /** A planner for operations on that contract. */
    public Planner(Contract contract, PageLimits limits) {
        this.contract = contract;
        this.pages = new PagePlanner(contract, limits, this::select);
        this.counts = new CountsPlanner(contract, limits);
        this.ways = new WaysPlanner(limits, this::select);
        this.searches = new SearchPlanner(contract);
    }

    /**
     * Plans one root field.
     *
     * @throws PlanException when its arguments contradict each other or go beyond a limit
     */
    public RootPlan plan(ExecutableNormalizedField field) {
        RootField root = contract.root(field.getFieldName());
        GraphType type = contract.type(root.target());
        return switch (root.entry()) {
            case LOOKUP -> lookup(field, root, type);
            case FULL_TEXT -> searches.plan(field, type, pages);
            case PATHS -> ways.paths(field, type);
            case NEIGHBOURS -> ways.neighbours(field, type);
            case COUNTS -> counts.plan(field, type);
            case ALL -> new RootPlan.OfType(field.getResultKey(), pages.plan(field, type));
        };
    }

    private RootPlan lookup(ExecutableNormalizedField field, RootField root, GraphType type) {
        Object key = field.getResolvedArguments().values().iterator().next();
        NodeSelection selection = select(field, type);
        if (root.shape() == RelationshipField.Shape.LIST) {
            List<String> ids = ((List<?>) key).stream().map(Object::toString).toList();
            return new RootPlan.Many(field.getResultKey(), pages.checkedIds(ids, field), selection);
        }
        String id = key instanceof Period period ? period.id() : key.toString();
        return new RootPlan.One(field.getResultKey(), id, selection);
    }

    private NodeSelection select(ExecutableNormalizedField field, GraphType type) {
        Map<List<Selected>, List<String>> alternatives = new LinkedHashMap<>();
        for (String member : type.members()) {
            List<Selected> fields = field.getChildren(member).stream()
                    .map(child -> selected(child, contract.type(member), type))
                    .toList();
            if (!fields.isEmpty()) {
                alternatives.computeIfAbsent(fields, none -> new ArrayList<>()).add(member);
            }
        }
        return NodeSelection.of(type, alternatives);
    }

    private Selected selected(ExecutableNormalizedField child, GraphType owner, GraphType declared) {
        String key = child.getResultKey();
        if (child.getFieldName().equals("__typename")) {
            return new Selected.Typename(key);
        }
        // What the declared type says of a property is the same for all its types.
        Optional<PropertyField> property =
                declared.property(child.getFieldName()).or(() -> owner.property(child.getFieldName()));
        if (property.isPresent()) {
            return new Selected.Property(key, property.get());
        }
        RelationshipField relationship =
                owner.relationship(child.getFieldName()).orElseThrow();
        GraphType target = contract.type(relationship.target());
        return switch (relationship.shape()) {
            case ONE -> new Selected.One(key, relationship, select(child, target));
            case LIST -> new Selected.Many(key, relationship, pages.condition(child, target), select(child, target));
            case CONNECTION -> new Selected.Connection(key, relationship, pages.plan(child, target));
        };
    }
}
