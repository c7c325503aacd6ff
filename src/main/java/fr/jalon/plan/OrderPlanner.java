package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans the order of a connection; ties are always broken by id. */
final class OrderPlanner {

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
