package fr.jalon.seed.record;

import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;

/** What a key of a record leads to; follows from the contract alone. */
public sealed interface SeedKey {

    /** The public id; only records that stand at the top of a file have one written. */
    record Id() implements SeedKey {}

    /**
     * Whether a record that lives inside another has check digits in its id, because its key fields differ from those of
     * a sibling by case, accents and signs only.
     */
    record Distinct() implements SeedKey {}

    /** A property of the node. */
    record Value(PropertyField field) implements SeedKey {}

    /** Something at the other end of a relationship. */
    sealed interface Related extends SeedKey {

        RelationshipField field();

        Route.Step step();
    }

    /** A period in any usual writing. */
    record PeriodText(RelationshipField field, Route.Step step) implements Related {}

    /** Ids of other records. */
    record Link(RelationshipField field, Route.Step step, GraphType target) implements Related {}

    /** Records that live inside this one. */
    record Nested(RelationshipField field, Route.Step step, GraphType target) implements Related {}

    /** The places of documents that state the record. */
    record Citations(RelationshipField field, Route.Step step) implements Related {}

    /** Headings of a document, from which its citations take their sections. */
    record Sections() implements SeedKey {}

    /** Where pages of a document begin, as it prints them itself. */
    record Pages() implements SeedKey {}
}
