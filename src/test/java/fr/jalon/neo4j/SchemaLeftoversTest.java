package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.Label;
import org.neo4j.internal.schema.AllIndexProviderDescriptors;
import org.neo4j.internal.schema.IndexPrototype;
import org.neo4j.internal.schema.SchemaDescriptors;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.api.KernelTransactionImplementation;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** What processes leave of a schema when they are killed, or when the disk or the data let them down. */
class SchemaLeftoversTest {

    private static final String LONGER_THAN_AN_INDEX_TAKES = "é".repeat(10_000);

    @TempDir
    private Path folder;

    @Test
    void an_index_whose_constraint_was_never_made_becomes_one_with_it() {
        prepare(database -> leaveIndexWithoutConstraint(database, "item_id", "id"));

        assertSchemaIsMade();
    }

    @Test
    void an_index_of_another_name_whose_constraint_was_never_made_does_too() {
        prepare(database -> {
            leaveIndexWithoutConstraint(database, "other", "id");
            leaveIndexWithoutConstraint(database, "item_name", "code");
        });

        assertSchemaIsMade();
    }

    @Test
    void an_index_that_failed_is_made_again() {
        prepare(database -> {
            database.executeTransactionally("CREATE (:Item {name: $name})", Map.of("name", LONGER_THAN_AN_INDEX_TAKES));
            database.executeTransactionally("CREATE INDEX item_name FOR (n:Item) ON (n.name)");
            assertThat(stateOf(database, "item_name")).isEqualTo("FAILED");
            database.executeTransactionally("MATCH (n:Item) DELETE n");
        });

        assertSchemaIsMade();
    }

    @Test
    void an_index_that_cannot_be_made_is_named_and_not_waited_for() {
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(folder))) {
            graph.write(transaction -> transaction.run(
                    new CypherStatement("CREATE (:Item {name: $name})", Map.of("name", LONGER_THAN_AN_INDEX_TAKES))));

            assertThatExceptionOfType(GraphException.IndexFailed.class)
                    .isThrownBy(() -> graph.ensureSchema(IndexObstacles.WANTED))
                    .withMessageStartingWith("The index item_name of the graph cannot be made ready");
        }
    }

    private void assertSchemaIsMade() {
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(folder))) {
            graph.write(transaction ->
                    transaction.run(new CypherStatement("CREATE INDEX unrelated FOR (n:Other) ON (n.name)", Map.of())));

            graph.ensureSchema(IndexObstacles.WANTED);

            assertThat(IndexObstacles.found(graph)).isEqualTo(IndexObstacles.WANTED_AND_UNRELATED);
        }
    }

    private void prepare(Consumer<GraphDatabaseAPI> work) {
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(folder)
                .setConfig(QuietServer.configuration(new GraphHome.Embedded(folder), GraphSettings.defaults()))
                .build();
        try {
            work.accept((GraphDatabaseAPI) server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
        } finally {
            server.shutdown();
        }
    }

    private static String stateOf(GraphDatabaseAPI database, String index) {
        try (InternalTransaction transaction = (InternalTransaction) database.beginTx()) {
            try {
                transaction.schema().awaitIndexOnline(index, 1, TimeUnit.MINUTES);
            } catch (IllegalStateException failed) {
                // It is the state that is asked for.
            }
            return transaction
                    .schema()
                    .getIndexState(transaction.schema().getIndexByName(index))
                    .name();
        }
    }

    /** Does the first of the two steps in which a constraint is made. */
    private static void leaveIndexWithoutConstraint(GraphDatabaseAPI database, String name, String property) {
        try (InternalTransaction transaction = (InternalTransaction) database.beginTx()) {
            var tokens = transaction.kernelTransaction().tokenWrite();
            int label = tokens.labelGetOrCreateForName(Label.label("Item").name());
            int key = tokens.propertyKeyGetOrCreateForName(property);
            transaction.commit();
            create(database, name, label, key);
        } catch (KernelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void create(GraphDatabaseAPI database, String name, int label, int key) {
        try (InternalTransaction transaction = (InternalTransaction) database.beginTx()) {
            KernelTransaction kernel = transaction.kernelTransaction();
            ((KernelTransactionImplementation) kernel)
                    .indexUniqueCreate(IndexPrototype.uniqueForSchema(SchemaDescriptors.forLabel(label, key))
                            .withIndexProvider(AllIndexProviderDescriptors.RANGE_DESCRIPTOR)
                            .withName(name));
            transaction.commit();
        }
    }
}
