package fr.jalon.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the documents of {@code summary/field}. */
class SummaryFieldTest {

    private static final Path FOLDER = Path.of("src/test/resources/summary/field");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"sections", "openings", "contradictions", "aliases"})
    void a_document_is_answered_to_the_letter(String name) throws IOException {
        JsonNode answer = TestGraph.shared().json(document(name), variables(name));

        ExpectedText.named("field/" + name + ".answer.json")
                .check(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "summary(period: \"2022\") { title }                                  | 0",
                "summary(period: \"2022\") { openMandates { name organizations { name amdac: mandates { holder { name } } } } }                  | 1",
                "summary(period: \"2022\") { dueByTheme { theme { label broader { label } } actions { id } } dueByMinistry { ministry { name } actions { code } } } | 1",
                "summary(period: \"2022\") { complete }                               | 4",
                "summary(period: \"2022\") { markdown }                               | 6",
                "summary(period: \"2022\") { html documents { title citations { totalCount } } openings { kind producers { resources { url } } } }   | 6",
                "a: summary(period: \"2022\") { openings { kind } } b: summary(period: \"2021\") { openings { kind } } | 2",
                "summary(period: \"2022\") { openings { kind } } themes { totalCount nodes { id } } | 3",
            })
    void statements_are_as_many_as_lists_are_taken_in_one_transaction(String selection, int statements) {
        TestGraph.Observed observed = TestGraph.sharedOverBolt().observe("{ " + selection + " }", Map.of());

        assertThat(observed.response().body()).doesNotContainKey("errors");
        assertThat(observed.statements()).hasSize(statements);
        assertThat(observed.transactions()).hasSize(Math.min(1, statements));
    }

    @Test
    void both_texts_are_those_of_the_formats() {
        JsonNode texts = TestGraph.shared()
                .json("{ summary(period: \"S2 2031\") { markdown html } }", Map.of())
                .at("/data/summary");

        GraphQlEngine engine = TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES);
        for (SummaryFormat format : SummaryFormat.values()) {
            assertThat(texts.path(format.word()).textValue().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(Summaries.bytes(engine, "S2 2031", format));
        }
    }

    private static String document(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".graphql"));
    }

    private static Map<String, Object> variables(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".variables.json");
        return Files.exists(file) ? JSON.readValue(file.toFile(), new TypeReference<>() {}) : Map.of();
    }
}
