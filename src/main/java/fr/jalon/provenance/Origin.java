package fr.jalon.provenance;

/** Marks which nodes and relationships of the graph come from the seed. */
public final class Origin {

    /** Property of nodes and relationships that tells what wrote them. */
    public static final String PROPERTY = "origin";

    /** Value of {@link #PROPERTY} for what the seed files say. */
    public static final String SEED = "seed";

    private Origin() {}
}
