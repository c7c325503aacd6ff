package fr.jalon.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.ComputedField;
import fr.jalon.execution.ErrorCode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.OperationLimits;
import fr.jalon.execution.RequestCheck;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.tabular.ListExport;
import fr.jalon.tabular.NoListException;
import fr.jalon.tabular.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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

    private static final String JSON_FORMAT = "json";

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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description =
                    "json; or csv, xlsx, atom or ics for all of the one list at the root of the document (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "File to write, which xlsx needs (default: standard output).")
    private @Nullable Path output;

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
        Optional<TableFormat> table = TableFormat.ofExtension(format);
        if (table.isEmpty() && !format.equals(JSON_FORMAT)) {
            throw new CommandException.Usage(
                    "--format: found \"%s\", expected one of json, %s".formatted(format, TableFormat.extensions()));
        } else if (output == null && table.equals(Optional.of(TableFormat.XLSX))) {
            throw new CommandException.Usage("--format xlsx: expected --output FILE, for a workbook is no text");
        }
        GraphQlRequest request = new GraphQlRequest(InputText.document(document), operation, values(), extras, false);
        Contract contract = Contract.packaged();
        ReadGraph readable = new ReadGraph(spec, graph, seed);
        Optional<RunningServer> server = readable.server(contract);
        if (server.isPresent()) {
            log = "the log of " + server.get().address();
            return answer(
                    request,
                    contract,
                    each -> GraphQlResponse.of(
                            GraphQlResponse.Outcome.EXECUTED, server.get().answer(each)));
        }
        GraphSettings bounds = transactions.settings();
        OperationLimits most = limits.operation();
        PageLimits pages = limits.pages();
        Optional<GraphQlResponse> refusal = new RequestCheck(contract, most, pages, computed).refusal(request);
        if (refusal.isPresent()) {
            return print(refusal.get());
        }
        try (ReadGraph.Opened opened = readable.open(contract, bounds)) {
            return answer(request, contract, opened.graph().engine(contract, most, pages, computed)::execute);
        }
    }

    private int answer(GraphQlRequest request, Contract contract, Function<GraphQlRequest, GraphQlResponse> engine)
            throws IOException {
        Optional<TableFormat> table = TableFormat.ofExtension(format);
        if (table.isEmpty()) {
            return print(engine.apply(request));
        }
        ListExport.Result result;
        try {
            result = new ListExport(contract.graphQlSchema(), () -> AnswerKey.Version.NOT_TOLD, engine)
                    .begin(request, table.get());
        } catch (NoListException e) {
            throw new CommandException.Usage("--format %s: %s".formatted(format, e.getMessage()));
        }
        if (result instanceof ListExport.Result.Refused refused) {
            return print(refused.response());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((ListExport.Table) result).writeTo(bytes);
        write(bytes.toByteArray());
        return 0;
    }

    private void write(byte[] bytes) {
        if (output == null) {
            spec.commandLine().getOut().print(new String(bytes, StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
        } else {
            OutputFile.of(output).write(bytes);
        }
    }

    private int print(GraphQlResponse response) throws IOException {
        Map<String, Object> answer = response.body();
        write((JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + System.lineSeparator())
                .getBytes(StandardCharsets.UTF_8));
        return code(answer.get("errors"));
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
