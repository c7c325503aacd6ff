package fr.jalon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.command.OpenGraph;
import fr.jalon.cost.Census;
import fr.jalon.cost.GraphCounts;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.ComputedField;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationConfig;

/** A graph that holds the seed of the project, with the engine that answers from it. */
public final class TestGraph implements AutoCloseable {

    public static final Contract CONTRACT = Contract.packaged();

    public static final PageLimits PAGES = new PageLimits(50, 1000);

    /** Counts of a graph that is so large that whatever is asked of it is worth two ways in. */
    public static final GraphCounts MANY = many();

    public static final List<ComputedField> COMPUTED = Application.COMPUTED;

    /** No test is to fail because the machine has other work. */
    private static final GraphSettings PATIENT = GraphSettings.defaults()
            .withReadTimeout(Duration.ofMinutes(1))
            .withConnectionTimeout(Duration.ofMinutes(1));

    private static final Path SEED = Path.of("graph-seed");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GraphHome.Remote address;
    private final Graph watcher;
    private final StatementLog log;
    private final OpenGraph application;
    private final GraphQlEngine engine;

    private TestGraph(GraphHome home, GraphHome.Remote address, Path seed) {
        this.address = address;
        this.log = new StatementLog();
        this.application = OpenGraph.open(home, PATIENT, log);
        this.watcher = Graph.open(address, PATIENT, StatementListener.silent());
        Seed facts = Seed.of(seed, CONTRACT);
        this.application.loadIfChanged(facts);
        this.application.restore(facts);
        this.engine = application.engine(CONTRACT, OperationLimits.STANDARD, PAGES, COMPUTED);
        // Counts of the graph are taken before the first answer, which no test is to be charged with.
        this.engine.execute(request("{ themes { totalCount } }", Map.of()));
        this.log.watch(watcher);
    }

    /** An operation's answer, and what it cost: the statements it sent, and the transactions they ran in. */
    public record Observed(GraphQlResponse response, List<CypherStatement> statements, Set<Object> transactions) {}

    /** The embedded graph that all tests of this JVM read; nobody writes to it. */
    public static TestGraph shared() {
        return Shared.GRAPH;
    }

    /** The shared graph as one on a server is reached, where one statement reads a root field. */
    public static TestGraph sharedOverBolt() {
        return Shared.OVER_BOLT;
    }

    /** Loads the seed into a server. */
    public static TestGraph on(GraphHome.Remote server) {
        return new TestGraph(server, server, SEED);
    }

    /** A graph in a folder, with the seed loaded unless the folder holds it already; the caller closes it. */
    public static TestGraph in(Path folder) {
        return in(folder, SEED);
    }

    /** An embedded graph in a folder that holds another seed; the caller closes it. */
    public static TestGraph in(Path folder, Path seed) {
        int port = FreePort.any();
        URI address = URI.create("bolt://127.0.0.1:" + port);
        return new TestGraph(new GraphHome.Embedded(folder, port), new GraphHome.Remote(address, "", ""), seed);
    }

    /** Answers with the limits that a server has unless it is told others. */
    public GraphQlResponse answer(String query, Map<String, Object> variables) {
        return engine.execute(request(query, variables));
    }

    /** The answer as a client reads it. */
    public JsonNode json(String query, Map<String, Object> variables) {
        return JSON.valueToTree(answer(query, variables).body());
    }

    /** Answers, and tells what was sent to the graph. */
    public Observed observe(String query, Map<String, Object> variables) {
        return log.observe(() -> answer(query, variables));
    }

    /** An engine with other limits on the same graph. */
    public GraphQlEngine engine(OperationLimits limits, PageLimits pages) {
        return application.engine(CONTRACT, limits, pages, COMPUTED);
    }

    private static GraphCounts many() {
        Census census = Census.of(CONTRACT);
        int numbers = census.labels().size() + census.incidences().size();
        return census.counts(Collections.nCopies(numbers, 1_000_000L));
    }

    /** Loads a seed, changed or not, and tells how many changes that made. */
    public int load(Path seed) {
        Seed facts = Seed.of(seed, CONTRACT);
        return application.load(facts).changes() + application.restore(facts);
    }

    /** Writes what the graph holds as seed files. */
    public void export(Path folder) {
        application.export(CONTRACT).write(folder);
    }

    /** Another connection to the same graph. */
    public Graph connect(GraphSettings settings) {
        return Graph.open(address, settings, StatementListener.silent());
    }

    /** The same graph as one on a server is reached; the caller closes it. */
    public TestGraph overBolt() {
        return on(address);
    }

    /** The bare driver on the same graph. */
    public Driver driver() {
        Config config = Config.builder()
                .withLogging(Logging.none())
                .withTelemetryDisabled(true)
                .withNotificationConfig(NotificationConfig.disableAllConfig())
                .withFetchSize(-1)
                .build();
        return GraphDatabase.driver(address.address(), AuthTokens.none(), config);
    }

    /** Opens a graph with the usual limits. */
    public static Graph open(GraphHome home) {
        return Graph.open(home, GraphSettings.defaults(), StatementListener.silent());
    }

    /** A request as a POST brings it. */
    public static GraphQlRequest request(String query, Map<String, Object> variables) {
        return new GraphQlRequest(query, null, variables, Map.of(), false);
    }

    @Override
    public void close() {
        watcher.close();
        application.close();
    }

    /** Opened when it is first asked for, deleted when the JVM ends. */
    private static final class Shared {
        private static final PassingFolder FOLDER = PassingFolder.create();
        private static final TestGraph GRAPH = in(FOLDER.path());
        private static final TestGraph OVER_BOLT = GRAPH.overBolt();

        static {
            FOLDER.deleteAtExitAfter(() -> {
                OVER_BOLT.close();
                GRAPH.close();
            });
        }
    }
}
