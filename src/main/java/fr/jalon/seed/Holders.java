package fr.jalon.seed;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.util.HashMap;
import java.util.Map;

/** Tells of a record that lives inside another which one that is, and under which field. */
final class Holders {

    private final Map<String, Holder> byRecord = new HashMap<>();

    private record Holder(SeedRecord owner, String field) {}

    /** A field of a record that stands at the top of a file, by the way that leads to it. */
    record Place(SeedRecord owner, String path) {}

    Holders(Contract contract, SeedIndex index, SeedDraft draft) {
        for (SeedRecord owner : draft.records()) {
            for (GraphField field : owner.type().fields().values()) {
                if (field instanceof RelationshipField related
                        && related.route() instanceof Route.Step step
                        && step.outgoing()
                        && contract.type(related.target()).key() != null) {
                    index.others(owner.id(), step).forEach(id -> byRecord.put(id, new Holder(owner, field.name())));
                }
            }
        }
    }

    /** Where readers look for a field of a record: the same seen from the record at the top. */
    Place fromTop(SeedRecord owner, String path) {
        Holder holder = byRecord.get(owner.id());
        return holder == null ? new Place(owner, path) : fromTop(holder.owner(), holder.field() + "." + path);
    }
}
