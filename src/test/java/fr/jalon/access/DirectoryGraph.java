package fr.jalon.access;

import fr.jalon.FreePort;
import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An embedded graph of a few mandates, for accounts and tokens alone. */
public final class DirectoryGraph {

    private DirectoryGraph() {}

    /** Makes it in a folder; the caller closes it. */
    public static Graph in(Path folder) {
        Graph graph = TestGraph.open(new GraphHome.Embedded(folder, FreePort.any()));
        graph.ensureSchema(AccessIndexes.all());
        write(graph, """
                CREATE (:Node:Organization:Ministry {id: 'ministry/mtfp', acronym: 'MTFP', name: 'Transformation'}),
                  (:Node:Organization:Ministry {id: 'ministry/mct', acronym: 'MCT', name: 'Territoires'})
                WITH 1 AS one
                MATCH (mtfp:Ministry {id: 'ministry/mtfp'}), (mct:Ministry {id: 'ministry/mct'})
                CREATE (:Node:Mandate {id: 'mandate/amdac-mtfp', kind: 'AMDAC', acronym: 'AMDAC', function: 'Administrateur',
                    status: 'NAMED'})-[:MANDATED_FOR]->(mtfp),
                  (:Node:Mandate {id: 'mandate/code-mct', kind: 'REFERENT_CODE', function: 'Référent code',
                    status: 'NAMED'})-[:MANDATED_FOR]->(mct)""", Map.of());
        return graph;
    }

    /** Sets what a mandate says of itself. */
    static void set(Graph graph, String mandate, String status, @Nullable LocalDate until) {
        write(
                graph,
                "MATCH (m:Mandate {id: $id}) SET m.status = $status REMOVE m.until",
                Map.of("id", mandate, "status", status));
        if (until != null) {
            write(graph, "MATCH (m:Mandate {id: $id}) SET m.until = $until", Map.of("id", mandate, "until", until));
        }
    }

    /** Runs a statement. */
    public static void write(Graph graph, String text, Map<String, Object> parameters) {
        graph.write(transaction -> transaction.run(new CypherStatement(text, parameters)));
    }

    /** All that the graph holds, as one text. */
    public static String dump(Graph graph) {
        List<@Nullable Object[]> rows = graph.read(transaction -> transaction.run(new CypherStatement(
                "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n), properties(n), collect(type(r)), collect(properties(r))",
                Map.of())));
        return rows.stream().map(Arrays::toString).toList().toString();
    }
}
