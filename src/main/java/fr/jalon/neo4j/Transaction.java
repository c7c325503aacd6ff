package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that all hold or none does; for the thread and the function it was given to only. */
public interface Transaction {

    /**
     * Runs a statement and returns all its rows, a value a column in the order of its RETURN.
     *
     * <p>A value is a String, Long, Double, Boolean, LocalDate, OffsetDateTime, a List or Map of these, or null; lists
     * and maps are not to be changed. Fails with a {@link GraphException}.
     */
    List<@Nullable Object[]> run(CypherStatement statement);

    /** How the graph means to run a statement, which it does not run; fails with a {@link GraphException}. */
    QueryPlan explain(CypherStatement statement);
}
