package fr.jalon.http;

import fr.jalon.execution.AnswerKey.Version;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import fr.jalon.execution.QueriedResponse;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A graph of a few fields, run by graphql-java, that can be slow, out of reach or broken when asked to. */
final class TinyGraph implements GraphQlEngine {

    static final String CONTRACT = """
            type Query {
              "Greets whoever is named."
              greet(name: String! = "monde"): String!
              "Text of the given length."
              text(length: Int!): String!
              "Fails while it runs."
              broken: String
              "Answers once it is allowed to."
              slow: String
            }
            type Mutation {
              count: Int!
            }
            """;

    final CountDownLatch slowStarted = new CountDownLatch(1);
    final CountDownLatch slowMayEnd = new CountDownLatch(1);
    final AtomicInteger count = new AtomicInteger();
    final AtomicInteger version = new AtomicInteger();
    final AtomicInteger executed = new AtomicInteger();
    private final GraphQL graphQl;

    TinyGraph() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher("greet", env -> "Bonjour " + env.getArgument("name") + " !")
                                .dataFetcher("text", TinyGraph::text)
                                .dataFetcher("broken", env -> {
                                    throw new IllegalStateException("broken on purpose");
                                })
                                .dataFetcher("slow", env -> slow()))
                .type("Mutation", type -> type.dataFetcher("count", env -> count.incrementAndGet()))
                .build();
        var types = new SchemaParser().parse(CONTRACT);
        this.graphQl = GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
                .build();
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request) {
        executed.incrementAndGet();
        if (request.query().contains("# unavailable")) {
            return failure(Outcome.UNAVAILABLE, "UNAVAILABLE");
        }
        if (request.query().contains("# bug")) {
            throw new IllegalStateException("a bug");
        }
        if (request.readOnly() && request.query().startsWith("mutation")) {
            return failure(Outcome.NOT_READ_ONLY, "BAD_REQUEST");
        }
        ExecutionResult result = graphQl.execute(ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .extensions(request.extensions()));
        if (!result.isDataPresent()) {
            return GraphQlResponse.of(Outcome.REJECTED, result.toSpecification());
        }
        return request.query().startsWith("mutation")
                ? GraphQlResponse.of(Outcome.EXECUTED, result.toSpecification())
                : QueriedResponse.of(result.toSpecification());
    }

    @Override
    public Version version() {
        return new Version.Exact("tiny", version.toString());
    }

    private static GraphQlResponse failure(Outcome outcome, String code) {
        var error = Map.of("message", "not now", "extensions", Map.of("code", code));
        return GraphQlResponse.of(outcome, Map.of("errors", List.of(error)));
    }

    private static String text(DataFetchingEnvironment env) {
        int length = env.getArgumentOrDefault("length", 0);
        return "x".repeat(length);
    }

    private String slow() throws InterruptedException {
        slowStarted.countDown();
        slowMayEnd.await();
        return "done";
    }
}
