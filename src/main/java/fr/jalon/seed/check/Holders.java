package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.HashMap;
import java.util.Map;

/** Tells of a record that lives inside another which one that is, and under which field. */
final class Holders {

    private final Map<String, Fact> byInside = new HashMap<>();

    /**
     * A field of a record.
     *
     * @param owner id of the record
     * @param path the field, or the way to it through records inside
     */
    record Fact(String owner, String path) {}

    Holders(Contract contract, SeedIndex index, SeedDraft draft) {
        for (SeedRecord owner : draft.records()) {
            for (GraphField field : owner.type().fields().values()) {
                if (field instanceof RelationshipField related
                        && related.route() instanceof Route.Step step
                        && step.outgoing()
                        && contract.type(related.target()).key() != null) {
                    index.others(owner.id(), step)
                            .forEach(inside -> byInside.put(inside, new Fact(owner.id(), field.name())));
                }
            }
        }
    }

    /** The same fact as seen from the record that stands at the top of a file, which discrepancies are about. */
    Fact fromTop(String owner, String path) {
        Fact holder = byInside.get(owner);
        return holder == null ? new Fact(owner, path) : fromTop(holder.owner(), holder.path() + "." + path);
    }
}
