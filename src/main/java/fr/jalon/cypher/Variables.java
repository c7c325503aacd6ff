package fr.jalon.cypher;

/**
 * Hands out the variables of a statement, none twice: a subquery may not hide those around it.
 *
 * <p>Knows, too, what the statement is shaped by.
 */
final class Variables {

    private final Shape shape;
    private int nodes;
    private int keys;
    private int values;
    private int counts;
    private int relationships;
    private int tiles;

    Variables(Shape shape) {
        this.shape = shape;
    }

    /** What decides how the statement finds what it returns. */
    Shape shape() {
        return shape;
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

    /** For a relationship. */
    String nextRelationship() {
        return "r" + relationships++;
    }

    /** For what a property is at a moment. */
    String nextTile() {
        return "t" + tiles++;
    }

    /** For the value of a sort key. */
    String nextKey() {
        return "k" + keys++;
    }
}
