package fr.jalon.cypher;

/** Hands out the node variables of a statement. */
final class Variables {

    private int used;

    String next() {
        return "n" + used++;
    }
}
