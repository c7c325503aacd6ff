package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import graphql.language.AbstractDescribedNode;
import graphql.language.Document;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What clients see of the contract. */
class IntrospectionTest {

    private static final List<String> MAPPING = List.of(
            "node",
            "relationship",
            "path",
            "searchable",
            "constant",
            "fulltext",
            "lookup",
            "computed",
            "rule",
            "kinds",
            "dimension",
            "compares",
            "unordered");

    @Test
    void the_editor_is_told_every_type_in_one_request_without_a_statement() throws IOException {
        TestGraph.Observed observed = TestGraph.shared().observe(introspection(), Map.of());
        JsonNode schema = schema();

        assertThat(observed.response().body()).doesNotContainKey("errors");
        assertThat(observed.statements()).isEmpty();
        assertThat(schema.path("types").findValuesAsText("name"))
                .contains("Action", "Node", "ActionConnection", "ActionFilter", "ActionOrder", "PeriodLabel");
    }

    @Test
    void the_mapping_to_the_graph_is_not_told() throws IOException {
        assertThat(schema().path("directives").findValuesAsText("name")).doesNotContainAnyElementsOf(MAPPING);
        assertThat(schema().path("types").findValuesAsText("name")).doesNotContain("RelationshipDirection");
        assertThat(TestGraph.CONTRACT.servedText())
                .doesNotContain(MAPPING.stream().map(name -> "@" + name).toList())
                .doesNotContain("RelationshipDirection");
    }

    @Test
    void what_is_served_as_text_is_what_is_told() throws IOException {
        assertThat(schema().path("types").findValuesAsText("name"))
                .containsAll(parsed(TestGraph.CONTRACT.servedText()).getDefinitions().stream()
                        .map(definition -> ((NamedNode<?>) definition).getName())
                        .toList());
    }

    @Test
    void every_type_field_argument_value_and_input_field_has_a_description() {
        assertThat(described(parsed(TestGraph.CONTRACT.servedText())))
                .hasSizeGreaterThan(1000)
                .allSatisfy(node -> assertThat(node.getDescription())
                        .as("%s in line %s", ((NamedNode<?>) node).getName(), node.getSourceLocation())
                        .isNotNull());
    }

    private static Stream<AbstractDescribedNode<?>> described(Node<?> node) {
        Stream<AbstractDescribedNode<?>> own =
                node instanceof AbstractDescribedNode<?> described ? Stream.of(described) : Stream.empty();
        return Stream.concat(own, node.getChildren().stream().flatMap(child -> described((Node<?>) child)));
    }

    private static JsonNode schema() throws IOException {
        return TestGraph.shared().json(introspection(), Map.of()).path("data").path("__schema");
    }

    private static String introspection() throws IOException {
        return Files.readString(Path.of("src/test/resources/execution/introspection.graphql"));
    }

    private static Document parsed(String text) {
        // What is served is larger than any document of a client may be.
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build());
    }
}
