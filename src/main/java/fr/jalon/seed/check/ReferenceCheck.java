package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.record.Article;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedLink;
import fr.jalon.seed.record.SeedPlace;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.record.Spot;
import fr.jalon.text.Nearest;
import java.util.List;

/** Every id that a record names belongs to a record, and to one of the type the contract asks for. */
final class ReferenceCheck {

    private final Contract contract;
    private final SeedIndex index;
    private final Problems problems;

    ReferenceCheck(Contract contract, SeedIndex index, Problems problems) {
        this.contract = contract;
        this.index = index;
        this.problems = problems;
    }

    void check(SeedDraft draft) {
        for (SeedLink link : draft.links()) {
            if (!link.target().equals(RecordKeys.PERIOD)) {
                check(link.spot(), link.other(), contract.type(link.target()));
            }
        }
        for (SeedPlace place : draft.places()) {
            check(place.document().spot(), place.document().id(), contract.type(RecordKeys.DOCUMENT));
        }
    }

    private void check(Spot spot, String id, GraphType wanted) {
        index.find(id).ifPresentOrElse(found -> checkType(spot, found, wanted), () -> unknown(spot, id, wanted));
    }

    private void checkType(Spot spot, SeedRecord found, GraphType wanted) {
        if (!wanted.members().contains(found.type().name())) {
            problems.add(
                    spot,
                    found.id() + ", which is " + Article.with(found.type().name()),
                    "the id of " + Article.with(wanted.name()));
        }
    }

    private void unknown(Spot spot, String id, GraphType wanted) {
        List<String> known = index.ids(wanted.members());
        String question = known.stream()
                .filter(candidate -> candidate.endsWith("/" + id))
                .findFirst()
                .map(Nearest::question)
                .orElseGet(() -> Nearest.question(id, known));
        problems.add(
                spot,
                "%s, which no record has as its id".formatted(id),
                "the id of " + Article.with(wanted.name()) + question);
    }
}
