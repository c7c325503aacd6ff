package fr.jalon.schema;

/**
 * How the graph holds what changes in time.
 *
 * <p>What is in force now by all that is known is a property or a relationship like any other. What holds of a property at other
 * days, or was known of them, stands in nodes of its own; of a relationship in relationships of another type between the same
 * kinds of nodes.
 */
public final class Variation {

    static final String DIRECTIVE = "varies";

    private static final String OTHER_TIMES = "_AT";

    private Variation() {}

    /** The type of the relationships that hold at other times than now what those of a type hold now. */
    public static String atOtherTimes(String type) {
        return type + OTHER_TIMES;
    }
}
