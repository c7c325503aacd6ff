package fr.jalon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.OperationLimits;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one GraphQL document on standard output. */
@Command(name = "query", description = "Answers a GraphQL document on standard output, as JSON.")
final class QueryCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ApplicationOptions options;

    @Parameters(paramLabel = "DOCUMENT", description = "The document, a file that holds it, or - for standard input.")
    private String document;

    @Option(names = "--variables", paramLabel = "JSON", defaultValue = "{}", description = "Values of its variables.")
    private String variables;

    @Option(names = "--operation", paramLabel = "NAME", description = "Which operation of the document to run.")
    private @Nullable String operation;

    @Override
    public Integer call() throws IOException {
        OperationLimits most = options.limits().operation();
        Map<String, Object> extras = most.explain() ? Map.of("cost", true, "explain", true) : Map.of();
        GraphQlRequest request = new GraphQlRequest(text(), operation, values(), extras, false);
        Contract contract = Contract.packaged();
        Seed facts = options.seed(contract);
        try (Application application = options.open()) {
            application.loadIfChanged(facts);
            GraphQlResponse response =
                    application.engine(contract, most, options.limits().pages()).execute(request);
            spec.commandLine()
                    .getOut()
                    .println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(response.body()));
            return response.body().containsKey("errors") ? Failures.PROBLEMS : 0;
        }
    }

    private String text() throws IOException {
        if (document.equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return isFile(document) ? Files.readString(Path.of(document)) : document;
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Map<String, Object> values() {
        try {
            return JSON.readValue(variables, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new UsageException("--variables: found %s, expected a JSON object".formatted(variables));
        }
    }
}
