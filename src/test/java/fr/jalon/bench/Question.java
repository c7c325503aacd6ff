package fr.jalon.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A document and its variables, from a file for each under {@code src/test/resources/bench}.
 *
 * @param name of the file, and of what was put in place of its variables
 */
record Question(String name, String query, Map<String, Object> variables) {

    private static final Path FOLDER = Path.of("src/test/resources/bench");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Question of(String name) {
        try {
            Path variables = FOLDER.resolve(name + ".variables.json");
            return new Question(
                    name,
                    Files.readString(FOLDER.resolve(name + ".graphql")),
                    Files.exists(variables)
                            ? JSON.readValue(variables.toFile(), new TypeReference<Map<String, Object>>() {})
                            : Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same question with another value of a variable. */
    Question with(String variable, Object value) {
        Map<String, Object> others = new LinkedHashMap<>(variables);
        others.put(variable, value);
        return new Question(name, query, others);
    }

    /** The same question under another name. */
    Question called(String other) {
        return new Question(other, query, variables);
    }

    /** Whether the contract has all that the document asks for. */
    boolean isServed() {
        return new Validator()
                .validateDocument(TestGraph.CONTRACT.graphQlSchema(), Parser.parse(query), Locale.ROOT)
                .isEmpty();
    }

    /** The body of a request. */
    byte[] body() {
        try {
            return JSON.writeValueAsBytes(Map.of("query", query, "variables", variables));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
