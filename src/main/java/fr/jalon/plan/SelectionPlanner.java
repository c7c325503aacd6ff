package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans what is read of nodes, for one root field.
 *
 * <p>What stands below a field of an interface is the same for every type, and is planned once: types that lead to one
 * another would otherwise multiply at every level.
 */
final class SelectionPlanner {

    private final Contract contract;
    private final PagePlanner pages;
    private final Map<Place, NodeSelection> planned = new HashMap<>();

    SelectionPlanner(Contract contract, PageLimits limits, Moment moment) {
        this.contract = contract;
        this.pages = new PagePlanner(contract, limits, moment, this::select);
    }

    /** Where nodes are selected; a field has no equality but its identity. */
    private record Place(ExecutableNormalizedField field, String type) {}

    PagePlanner pages() {
        return pages;
    }

    NodeSelection select(ExecutableNormalizedField field, GraphType type) {
        Place place = new Place(field, type.name());
        NodeSelection known = planned.get(place);
        if (known == null) {
            known = plan(field, type);
            planned.put(place, known);
        }
        return known;
    }

    private NodeSelection plan(ExecutableNormalizedField field, GraphType type) {
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
