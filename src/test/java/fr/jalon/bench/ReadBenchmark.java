package fr.jalon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.bench.Stopwatch.Time;
import fr.jalon.bench.Stopwatch.Work;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.Example;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Compares a request over HTTP with the sum of its necessary parts: the same Cypher by the driver alone, and an answer
 * of the same bytes by the same HTTP server.
 *
 * <p>Run by {@code mvn -q -B -Dskip.web=true test-compile exec:exec@bench}.
 */
final class ReadBenchmark {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<String> QUESTIONS = List.of("contract/1.graphql", "bench/all-actions.graphql");
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 2500);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 1500);

    private final TestGraph graph;
    private final WebServer server;
    private final Graph converting;
    private final Driver driver;

    private ReadBenchmark(TestGraph graph, WebServer server, Graph converting, Driver driver) {
        this.graph = graph;
        this.server = server;
        this.converting = converting;
        this.driver = driver;
    }

    public static void main(String[] arguments) throws IOException {
        TestGraph graph = TestGraph.shared();
        WebSettings settings = WebSettings.defaults().withPort(0);
        try (WebServer server = WebServer.start(
                        settings,
                        graph.engine(OperationLimits.STANDARD, TestGraph.PAGES),
                        "",
                        () -> true,
                        List.<Example>of());
                Graph converting = graph.connect(GraphSettings.defaults());
                Driver driver = graph.driver()) {
            ReadBenchmark benchmark = new ReadBenchmark(graph, server, converting, driver);
            for (String question : QUESTIONS) {
                print(question, benchmark.measure(Files.readString(RESOURCES.resolve(question))));
            }
        }
        // The embedded graph is closed, and its folder deleted, by a hook.
        System.exit(0);
    }

    private List<Time> measure(String query) throws IOException {
        byte[] body = new ObjectMapper().writeValueAsBytes(Map.of("query", query));
        List<CypherStatement> statements = graph.observe(query, Map.of()).statements();
        try (Connection real = Connection.to(server.address())) {
            byte[] request = real.post("/graphql", body);
            byte[] answer = real.exchange(request);
            System.out.printf("%d bytes, %d statements%n", answer.length, statements.size());
            try (BareServer bareServer = BareServer.answering(answer);
                    Connection bare = Connection.to(bareServer.address())) {
                byte[] bareRequest = bare.post("/", body);
                List<Work> works = new ArrayList<>();
                works.add(new Work("a  GraphQL over HTTP", () -> real.exchange(request)));
                works.add(new Work("b  Cypher by the driver, rows converted", () -> convert(statements)));
                works.add(new Work("b' Cypher by the driver, rows consumed", () -> consume(statements)));
                works.add(new Work("c  the same bytes over HTTP", () -> bare.exchange(bareRequest)));
                return Stopwatch.time(works, WARM_UP, ROUNDS);
            }
        }
    }

    private void convert(List<CypherStatement> statements) {
        converting.read(transaction -> statements.stream().map(transaction::run).toList());
    }

    private void consume(List<CypherStatement> statements) {
        try (Session session = driver.session()) {
            session.executeRead(transaction -> statements.stream()
                    .map(each -> transaction
                            .run(each.text(), each.parameters())
                            .list()
                            .size())
                    .toList());
        }
    }

    private static void print(String question, List<Time> times) {
        System.out.printf("%-42s %9s %9s%n", question, "median ms", "p95 ms");
        times.forEach(time -> System.out.printf("%-42s %9.3f %9.3f%n", time.name(), time.median(), time.p95()));
        System.out.printf(
                "a/(b+c) %.2f at the median, %.2f at p95; a/(b'+c) %.2f and %.2f%n%n",
                times.get(0).median() / (times.get(1).median() + times.get(3).median()),
                times.get(0).p95() / (times.get(1).p95() + times.get(3).p95()),
                times.get(0).median() / (times.get(2).median() + times.get(3).median()),
                times.get(0).p95() / (times.get(2).p95() + times.get(3).p95()));
    }
}
