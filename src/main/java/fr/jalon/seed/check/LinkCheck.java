package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedLink;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.text.Nearest;
import java.util.List;
import java.util.Set;

/**
 * Every id that a record names belongs to a record, and to one of the type the contract asks for; where the contract speaks
 * of one related record there is not more than one, and one where it is promised.
 */
final class LinkCheck {

    private final Contract contract;
    private final SeedIndex index;
    private final Problems problems;

    LinkCheck(Contract contract, SeedIndex index, Problems problems) {
        this.contract = contract;
        this.index = index;
        this.problems = problems;
    }

    void check(SeedDraft draft) {
        checkReferences(draft);
        draft.records().forEach(this::checkCardinality);
    }

    private void checkReferences(SeedDraft draft) {
        for (SeedLink link : draft.links()) {
            if (!link.target().equals(RecordKeys.PERIOD)) {
                check(link.location(), link.other(), contract.type(link.target()));
            }
        }
        for (SeedCitation each : draft.citations()) {
            check(each.document().location(), each.document().id(), contract.type(RecordKeys.DOCUMENT));
        }
    }

    private void check(Location location, String id, GraphType wanted) {
        index.find(id)
                .ifPresentOrElse(found -> checkType(location, found, wanted), () -> unknown(location, id, wanted));
    }

    private void checkType(Location location, SeedRecord found, GraphType wanted) {
        if (!wanted.members().contains(found.type().name())) {
            problems.add(
                    location,
                    found.id() + ", which is "
                            + Problems.withArticle(found.type().name()),
                    "the id of " + Problems.withArticle(wanted.name()));
        }
    }

    private void unknown(Location location, String id, GraphType wanted) {
        List<String> ids = index.ids(wanted.members());
        String question = ids.stream()
                .filter(candidate -> candidate.endsWith("/" + id))
                .findFirst()
                .map(Nearest::question)
                .orElseGet(() -> Nearest.question(id, ids));
        problems.add(
                location,
                "%s, which no record has as its id".formatted(id),
                "the id of " + Problems.withArticle(wanted.name()) + question);
    }

    private void checkCardinality(SeedRecord owner) {
        for (GraphField field : owner.type().fields().values()) {
            if (field instanceof RelationshipField relationship
                    && relationship.shape() == RelationshipField.Shape.ONE
                    && relationship.route() instanceof Route.Step step
                    && !relationship.target().equals(RecordKeys.CITATION)) {
                requireOne(owner, relationship, step);
            }
        }
    }

    private void requireOne(SeedRecord owner, RelationshipField field, Route.Step step) {
        Set<String> others = index.others(owner.id(), step);
        if (others.isEmpty()) {
            requirePromised(owner, field);
        }
        List<String> fitting = others.stream().filter(id -> fits(id, field)).toList();
        if (fitting.size() > 1) {
            problems.add(
                    owner.location(field.name()),
                    "several for `%s`: %s".formatted(field.name(), String.join(", ", fitting)),
                    "one, from whichever end it is written");
        }
    }

    /** What was written but could not be read is a problem already. */
    private void requirePromised(SeedRecord owner, RelationshipField field) {
        if (field.nonNull() && !owner.locations().containsKey(field.name())) {
            problems.add(
                    owner.location(),
                    "%s without `%s`"
                            .formatted(Problems.withArticle(owner.type().name()), field.name()),
                    "`%s`: the id of %s".formatted(field.name(), Problems.withArticle(field.target())));
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
