package fr.jalon.fact;

/**
 * Who states facts: the documents, as the seed has them, or whoever reports beside them.
 *
 * @param name as nodes, relationships and values carry it
 */
public record Origin(String name) {

    /** What documents say, as the seed files have it; what others state of a field stands over it. */
    public static final Origin SEED = new Origin("seed");

    /** What people report beside the documents. */
    public static final Origin REPORT = new Origin("report");

    /** Property of a node or relationship: the name of who wrote it first. */
    static final String PROPERTY = "origin";

    /** Property of a node or relationship: the sorted names of those who state it besides. */
    static final String OTHERS = "others";

    private static final String OF_FIELD = PROPERTY + ".";
    private static final String BENEATH = SEED.name + ".";

    /** Name of the property that says who stated the value of a field, where that is not the node's origin. */
    static String ofField(String field) {
        return OF_FIELD + field;
    }

    /** Name of the property that holds what the seed states of a field, where another's value stands. */
    static String beneath(String field) {
        return BENEATH + field;
    }

    /** Whether a property says who states what, and is no fact itself. */
    public static boolean isBookkeeping(String property) {
        return property.equals(PROPERTY)
                || property.equals(OTHERS)
                || property.startsWith(OF_FIELD)
                || property.startsWith(BENEATH);
    }
}
