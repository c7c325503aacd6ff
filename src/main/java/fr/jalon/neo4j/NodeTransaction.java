package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.RelatedStatements;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction of a graph within this process, whose rows may hold nodes: {@link GraphNode}s are values of theirs too. */
public interface NodeTransaction extends Transaction {

    /** Runs a statement as {@link #run} does, with these as its parameter {@link RelatedStatements#NODES}. */
    List<@Nullable Object[]> run(CypherStatement statement, Collection<GraphNode> nodes);
}
