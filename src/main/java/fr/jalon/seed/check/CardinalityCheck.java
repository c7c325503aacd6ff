package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.Article;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
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
        if (others.isEmpty()) {
            requirePromised(owner, field);
        }
        List<String> fitting = others.stream().filter(id -> fits(id, field)).toList();
        if (fitting.size() > 1) {
            problems.add(
                    owner.spot(field.name()),
                    "several for `%s`: %s".formatted(field.name(), String.join(", ", fitting)),
                    "one, from whichever end it is written");
        }
    }

    /** What was written but could not be read is a problem already. */
    private void requirePromised(SeedRecord owner, RelationshipField field) {
        if (field.nonNull() && !owner.spots().containsKey(field.name())) {
            problems.add(
                    owner.spot(),
                    "%s without `%s`".formatted(Article.with(owner.type().name()), field.name()),
                    "`%s`: the id of %s".formatted(field.name(), Article.with(field.target())));
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
