package fr.jalon.bench;

import fr.jalon.TestGraph;
import fr.jalon.bench.Clients.Client;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.KnownValues;
import fr.jalon.neo4j.GraphHome;
import java.nio.file.Path;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** A server in a process of its own, and beside it the driver alone on the same graph. */
final class Subject implements AutoCloseable {

    /** Answers every question from the graph, also one that takes long on a busy machine. */
    static final String[] NOTHING_KEPT = {"--answers", "0", "--timeout", "60"};

    private final ServerProcess server;
    private final TestGraph graph;
    private final Driver driver;

    private Subject(ServerProcess server) {
        this.server = server;
        this.graph = TestGraph.on(new GraphHome.Remote(server.graph(), "", ""));
        this.driver = graph.driver();
    }

    static Subject on(Path folder, String... options) {
        return new Subject(ServerProcess.start(folder, options));
    }

    ServerProcess server() {
        return server;
    }

    /** Values that occur in the graph. */
    KnownValues known() {
        return KnownValues.of(graph);
    }

    /** The answer to a question. */
    Reply reply(Question question) {
        try (Connection connection = Connection.to(server.address())) {
            return connection.exchange(connection.post("/graphql", question.body()));
        }
    }

    /** The answer to a question, which must be one without errors. */
    Reply answer(Question question) {
        Reply reply = reply(question);
        if (reply.failed()) {
            throw new IllegalStateException(question.name() + ": " + reply.text());
        }
        return reply;
    }

    /** Someone who sends a question over HTTP. */
    Client http(Question question, String... headers) {
        return Connection.client(server.address(), "/graphql", List.of(question), headers);
    }

    /** Someone who sends some questions over HTTP in turn. */
    Client http(List<Question> questions) {
        return Connection.client(server.address(), "/graphql", questions);
    }

    /** Someone who runs by the driver alone what the server runs to answer a question. */
    Client driver(Question question) {
        return driver(List.of(question));
    }

    /** The same for some questions in turn. */
    Client driver(List<Question> questions) {
        List<List<CypherStatement>> statements = questions.stream()
                .map(each -> graph.observe(each.query(), each.variables()).statements())
                .toList();
        return new Client() {
            private int asked;

            @Override
            public void ask() {
                List<CypherStatement> next = statements.get(asked++ % statements.size());
                try (Session session = driver.session()) {
                    session.executeRead(transaction -> next.stream()
                            .mapToInt(each -> transaction
                                    .run(each.text(), each.parameters())
                                    .list()
                                    .size())
                            .sum());
                }
            }

            @Override
            public void close() {
                // Its connections are the driver's.
            }
        };
    }

    @Override
    public void close() {
        driver.close();
        graph.close();
        server.close();
    }
}
