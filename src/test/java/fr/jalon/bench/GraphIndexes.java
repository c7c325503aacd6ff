package fr.jalon.bench;

import fr.jalon.TestGraph;
import fr.jalon.cypher.IndexStatements;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;

/** The constraints and indexes of a graph, which are filled faster at once than by each write. */
final class GraphIndexes {

    private static final int MINUTES = 30;

    private final GraphDatabaseService graph;

    GraphIndexes(GraphDatabaseService graph) {
        this.graph = graph;
    }

    void drop() {
        try (Transaction transaction = graph.beginTx()) {
            transaction.schema().getConstraints().forEach(ConstraintDefinition::drop);
            for (IndexDefinition index : transaction.schema().getIndexes()) {
                if (index.getIndexType() != IndexType.LOOKUP && !index.isConstraintIndex()) {
                    index.drop();
                }
            }
            transaction.commit();
        }
    }

    /** Makes what the contract asks for, and lets the planner know what is in it. */
    void create() {
        IndexStatements.of(TestGraph.CONTRACT)
                .forEach(each -> graph.executeTransactionally(each.create().text()));
        try (Transaction transaction = graph.beginTx()) {
            transaction.schema().awaitIndexesOnline(MINUTES, TimeUnit.MINUTES);
        }
        graph.executeTransactionally("CALL db.prepareForReplanning()");
    }
}
