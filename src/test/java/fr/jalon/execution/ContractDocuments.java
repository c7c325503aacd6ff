package fr.jalon.execution;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents that must run unchanged, and the examples, with their answers to the letter; in either home of a graph. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractDocuments {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String ENDING = ".graphql";
    private static final Set<String> APART = Set.of("totalCount", "facets", "suggestions");

    abstract TestGraph graph();

    /** A document with its variables, and where its answer is kept. */
    record Case(String name, String query, Map<String, Object> variables, ExpectedAnswer answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> documents() throws IOException {
        List<Case> cases = new ArrayList<>(in(RESOURCES.resolve("contract"), RESOURCES.resolve("contract")));
        cases.addAll(in(Path.of("src/main/resources/examples"), RESOURCES.resolve("answers")));
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_document_is_answered_to_the_letter(Case document) throws IOException {
        document.answer().check(graph().answer(document.query(), document.variables()));
    }

    static long statements(String query) {
        Document document = new Parser().parseDocument(query);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> fields(operation.getSelectionSet()))
                .mapToLong(ContractDocuments::costs)
                .sum();
    }

    /** Counts, facets and suggestions have a statement each; everything else shares one. */
    private static long costs(Field root) {
        List<Field> selected =
                fields(Objects.requireNonNull(root.getSelectionSet())).toList();
        long apart = selected.stream()
                .filter(field -> APART.contains(field.getName()))
                .count();
        return apart + (apart < selected.size() ? 1 : 0);
    }

    private static Stream<Field> fields(SelectionSet selections) {
        return selections.getSelectionsOfType(Field.class).stream();
    }

    private static List<Case> in(Path folder, Path answers) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Case> cases = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(ENDING, "");
                Path values = file.resolveSibling(name + ".variables.json");
                cases.add(new Case(
                        name,
                        Files.readString(file),
                        Files.exists(values) ? json(values) : Map.of(),
                        new ExpectedAnswer(answers.resolve(name + ".answer.json"))));
            }
            return cases;
        }
    }

    private static Map<String, Object> json(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
    }
}
