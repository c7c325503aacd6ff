package fr.jalon.schema;

/**
 * A field of the query type: where reading starts.
 *
 * @param name name of the field
 * @param entry how the first nodes are found
 * @param target name of the type that is found
 * @param shape how the contract presents it
 */
public record RootField(String name, Entry entry, String target, RelationshipField.Shape shape) {

    /** How a root field finds its first nodes. */
    public enum Entry {
        /** Every node of the type, filtered and ordered. */
        ALL,
        /** By the property that its argument names. */
        LOOKUP,
        /** By the full-text index. */
        FULL_TEXT,
        /** Every node of the type, filtered, counted by dimensions. */
        COUNTS,
        /** By two ids, which ways join. */
        PATHS,
        /** By an id, around which they lie. */
        NEIGHBOURS
    }
}
