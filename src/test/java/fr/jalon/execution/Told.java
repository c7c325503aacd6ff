package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;

/** The errors of a response as a client reads them. */
record Told(List<String> codes, List<String> messages, boolean data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names of classes and packages, frames of stacks, clauses of Cypher, names it hands out. */
    private static final Pattern INTERNAL = Pattern.compile(
            "Exception|\\b(java|graphql|neo4j|lucene|fr\\.jalon)\\b|\\w(Value|Map|List|Impl|Coercing)\\b"
                    + "|\\bat \\w+\\.\\w|\\b(MATCH|RETURN|WHERE|CALL)\\b|\\bn0\\b|\\$p\\d",
            Pattern.CASE_INSENSITIVE);

    /** Reads the errors, and holds each to be free of what only the server's makers understand. */
    static Told by(GraphQlResponse response) {
        JsonNode body = JSON.valueToTree(response.body());
        JsonNode errors = body.path("errors");
        List<String> messages = errors.findValuesAsText("message");
        assertThat(messages).noneMatch(message -> INTERNAL.matcher(message).find());
        assertThat(messages).allMatch(message -> Character.isUpperCase(message.charAt(0)) || message.startsWith("'"));
        return new Told(errors.findValuesAsText("code"), messages, body.has("data"));
    }
}
