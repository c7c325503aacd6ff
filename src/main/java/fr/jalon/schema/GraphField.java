package fr.jalon.schema;

/** What a field of the contract is in the graph. */
public sealed interface GraphField permits PropertyField, RelationshipField {

    /** Name of the field in the contract. */
    String name();

    /** Whether the contract promises a value. */
    boolean nonNull();

    /** Whether what it holds changes in time. */
    boolean varies();
}
