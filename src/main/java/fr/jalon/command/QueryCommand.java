package fr.jalon.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.jalon.execution.ComputedField;
import fr.jalon.execution.ErrorCode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.OperationLimits;
import fr.jalon.execution.RequestCheck;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one GraphQL document on standard output. */
@Command(
        name = "query",
        description = "Answers a GraphQL document on standard output, as JSON, and leaves the graph as it is. A server"
                + " that has the graph open is asked, and its limits hold.")
public final class QueryCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int SHOWN = 60;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GraphOptions graph;

    @Mixin
    private SeedOptions seed;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private TransactionOptions transactions;

    @Parameters(paramLabel = "DOCUMENT", description = "The document, a file that holds it, or - for standard input.")
    private String document;

    @Option(
            names = "--variables",
            paramLabel = "JSON",
            defaultValue = "{}",
            description = "Values of its variables, or @ and the name of a file that holds them.")
    private String variables;

    @Option(names = "--operation", paramLabel = "NAME", description = "Which operation of the document to run.")
    private @Nullable String operation;

    /** Where to look for the reason of a fault. */
    private String log = CommandLog.name();

    private final List<ComputedField> computed;

    /**
     * A command yet without options.
     *
     * @param computed the root fields that the contract wants computed
     */
    public QueryCommand(List<ComputedField> computed) {
        this.computed = computed;
    }

    @Override
    public Integer call() throws IOException {
        if (operation != null && operation.isBlank()) {
            throw new CommandException.Usage(
                    "--operation: found \"%s\", expected the name of an operation".formatted(operation));
        }
        Map<String, Object> extras = limits.operation().explain() ? Map.of("cost", true, "explain", true) : Map.of();
        GraphQlRequest request = new GraphQlRequest(InputText.document(document), operation, values(), extras, false);
        Map<String, Object> answer = answer(request, Contract.packaged());
        spec.commandLine()
                .getOut()
                .println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        return code(answer.get("errors"));
    }

    private Map<String, Object> answer(GraphQlRequest request, Contract contract) {
        ReadGraph readable = new ReadGraph(spec, graph, seed);
        Optional<RunningServer> server = readable.server(contract);
        if (server.isPresent()) {
            log = "the log of " + server.get().address();
            return server.get().answer(request);
        }
        GraphSettings bounds = transactions.settings();
        OperationLimits most = limits.operation();
        PageLimits pages = limits.pages();
        Optional<GraphQlResponse> refusal = new RequestCheck(contract, most, pages, computed).refusal(request);
        if (refusal.isPresent()) {
            return refusal.get().body();
        }
        try (ReadGraph.Opened opened = readable.open(contract, bounds)) {
            return opened.graph()
                    .engine(contract, most, pages, computed)
                    .execute(request)
                    .body();
        }
    }

    private int code(@Nullable Object errors) {
        if (!(errors instanceof List<?> list)) {
            return 0;
        }
        String problems = list.toString();
        if (problems.contains("code=" + ErrorCode.INTERNAL)) {
            spec.commandLine().getErr().println("jalon: %s says why".formatted(log));
            return Failures.FAULT;
        }
        return problems.contains("code=" + ErrorCode.UNAVAILABLE) ? Failures.UNAVAILABLE : Failures.PROBLEMS;
    }

    private Map<String, Object> values() throws IOException {
        String json = variables.startsWith("@")
                ? InputText.file("--variables", variables.substring(1), "@ and a file of a JSON object")
                : variables;
        try {
            Map<String, Object> values = JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
            if (values != null) {
                return values;
            }
        } catch (JsonProcessingException e) {
            // It is told below.
        }
        throw new CommandException.Usage("--variables: found %s, expected a JSON object".formatted(shown(variables)));
    }

    private static String shown(String text) {
        String line = text.isBlank() ? "nothing" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
