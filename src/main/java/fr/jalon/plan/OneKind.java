package fr.jalon.plan;

import fr.jalon.plan.Condition.Compare;
import fr.jalon.plan.Condition.Operator;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import java.util.List;
import java.util.Optional;

/**
 * Tells nodes of one concrete type by the start of their ids, where a value is asked for that only these have.
 *
 * <p>The index of the ids then finds them in their order, however few they are among the others of an interface.
 */
record OneKind(Contract contract, GraphType type) {

    Condition narrowed(PropertyField property, Condition condition) {
        if (type.isAbstract() && condition instanceof Compare compare && compare.operator() == Operator.EQ) {
            return only(property, String.valueOf(compare.value()))
                    .map(member -> Condition.all(List.of(condition, startsLike(member))))
                    .orElse(condition);
        }
        return condition;
    }

    private Optional<GraphType> only(PropertyField property, String value) {
        List<GraphType> having = type.members().stream()
                .map(contract::type)
                .filter(member -> mayHave(member, property.name(), value))
                .toList();
        return having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty();
    }

    private static boolean mayHave(GraphType member, String property, String value) {
        String constant = member.property(property).map(PropertyField::constant).orElse(null);
        return constant == null || constant.equals(value);
    }

    private static Condition startsLike(GraphType member) {
        PropertyField id = member.property("id").orElseThrow();
        return new Compare(id, Operator.STARTS_WITH, member.idPrefix() + "/");
    }
}
