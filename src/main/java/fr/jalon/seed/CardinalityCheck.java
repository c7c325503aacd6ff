package fr.jalon.seed;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.util.List;
import java.util.Set;

/** Where the contract speaks of one related record there is not more than one, and one where it is promised. */
final class CardinalityCheck {

    private final Contract contract;
    private final SeedIndex index;
    private final Problems problems;

    CardinalityCheck(Contract contract, SeedIndex index, Problems problems) {
        this.contract = contract;
        this.index = index;
        this.problems = problems;
    }

    void check(SeedDraft draft) {
        for (SeedRecord each : draft.records()) {
            for (GraphField field : each.type().fields().values()) {
                if (field instanceof RelationshipField relationship
                        && relationship.shape() == RelationshipField.Shape.ONE
                        && relationship.route() instanceof Route.Step step
                        && !relationship.target().equals(RecordKeys.CITATION)) {
                    check(each, relationship, step);
                }
            }
        }
    }

    private void check(SeedRecord owner, RelationshipField field, Route.Step step) {
        Set<String> others = index.others(owner.id(), step);
        if (others.isEmpty() && field.nonNull()) {
            problems.add(
                    owner.spot(),
                    "a %s without `%s`".formatted(owner.type().name(), field.name()),
                    "`%s`: the id of a %s".formatted(field.name(), field.target()));
            return;
        }
        List<String> fitting = others.stream().filter(id -> fits(id, field)).toList();
        if (fitting.size() > 1) {
            problems.add(
                    owner.spot(field.name()),
                    "several for `%s`: %s".formatted(field.name(), String.join(", ", fitting)),
                    "one, from whichever end it is written");
        }
    }

    private boolean fits(String id, RelationshipField field) {
        return field.target().equals(RecordKeys.PERIOD)
                || index.find(id)
                        .filter(other -> contract.type(field.target())
                                .members()
                                .contains(other.type().name()))
                        .isPresent();
    }
}
