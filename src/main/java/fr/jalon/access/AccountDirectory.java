package fr.jalon.access;

import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The accounts and tokens of a graph, for whoever has the graph itself and so needs no right. */
public final class AccountDirectory {

    private final Graph graph;

    /** The directory of that graph. */
    public AccountDirectory(Graph graph) {
        this.graph = graph;
    }

    /** Does all of the work in one transaction, or nothing of it. */
    public <T extends @Nullable Object> T change(Function<Transaction, T> work) {
        graph.ensureSchema(AccessIndexes.all());
        return graph.write(work);
    }

    /** Answers what the work reads; fails with a {@link fr.jalon.neo4j.GraphException}. */
    public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
        return graph.read(work);
    }
}
