package fr.jalon.schema;

/**
 * A field that leads to other nodes.
 *
 * @param name name of the field
 * @param route how the graph leads there
 * @param target name of the type at the other end, concrete or an interface
 * @param label the label that finds the nodes of that type
 * @param shape how the contract presents what is there
 * @param nonNull whether the contract promises a value
 * @param varies whether what it leads to changes in time, see {@link Variation}
 */
public record RelationshipField(
        String name, Route route, String target, String label, Shape shape, boolean nonNull, boolean varies)
        implements GraphField {

    /** How the contract presents related nodes. */
    public enum Shape {
        /** One node or none. */
        ONE,
        /** A plain list. */
        LIST,
        /** A Relay connection with pages and a count. */
        CONNECTION
    }
}
