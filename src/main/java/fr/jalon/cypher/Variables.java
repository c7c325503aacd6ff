package fr.jalon.cypher;

/**
 * Hands out the variables of a statement, none twice: a subquery may not hide those around it.
 *
 * <p>Knows, too, whether the statement returns nodes as they stand or what is read of them.
 */
final class Variables {

    private final NodeForm form;
    private int nodes;
    private int keys;
    private int values;
    private int counts;

    Variables(NodeForm form) {
        this.form = form;
    }

    /** What the statement returns of a node. */
    NodeForm form() {
        return form;
    }

    /** For a node. */
    String next() {
        return "n" + nodes++;
    }

    /** For a value of a list. */
    String nextValue() {
        return "v" + values++;
    }

    /** For a number of nodes or relationships. */
    String nextCount() {
        return "c" + counts++;
    }

    /** For the value of a sort key. */
    String nextKey() {
        return "k" + keys++;
    }
}
