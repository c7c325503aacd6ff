package fr.jalon.http.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.http.documents.Examples.Example;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    private static final Map<String, String> FILES = Map.of(
            "02-b.graphql", "# Titre: Deuxième\n\n{ b }\n",
            "01-a.graphql", "# Titre: Premier exemple\n# Groupe: Débuts\nquery A($n: Int) { a(n: $n) }",
            "01-a.variables.json", "{ \"n\": 3 }");

    private static final List<Example> EXPECTED = List.of(
            new Example("01-a", "Premier exemple", "Débuts", "query A($n: Int) { a(n: $n) }\n", Map.of("n", 3)),
            new Example("02-b", "Deuxième", "Autres", "{ b }\n", Map.of()));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void examples_are_read_from_a_folder_in_the_order_of_their_names() throws IOException {
        for (var file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(Examples.at(folder.toUri())).isEqualTo(EXPECTED);
    }

    @Test
    void examples_are_read_from_a_jar() throws IOException {
        Path jar = folder.resolve("server.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry("examples/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(Examples.at(URI.create("jar:" + jar.toUri() + "!/examples"))).isEqualTo(EXPECTED);
    }

    @Test
    void an_example_without_a_title_is_named_with_its_file_and_line() throws IOException {
        Files.writeString(folder.resolve("x.graphql"), "{ a }\n");
        assertThatThrownBy(() -> Examples.at(folder.toUri()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("x.graphql:1: found \"{ a }\", expected \"# Titre: ...\"");
    }

    @Test
    void an_example_that_is_a_head_alone_is_refused() throws IOException {
        Files.writeString(folder.resolve("x.graphql"), "# Titre: X\n# Groupe: Y\n");
        assertThatThrownBy(() -> Examples.at(folder.toUri()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a query below it");
    }

    @Test
    void variables_that_are_no_object_are_named_with_their_file() throws IOException {
        Files.writeString(folder.resolve("x.graphql"), "# Titre: X\n{ a }\n");
        Files.writeString(folder.resolve("x.variables.json"), "[1]");
        assertThatThrownBy(() -> Examples.at(folder.toUri()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("x.variables.json: expected a JSON object");
    }

    @Test
    void what_ships_is_titled_by_its_question_grouped_and_names_its_operations() {
        assertThat(Examples.shipped()).isNotEmpty().allSatisfy(example -> {
            assertThat(example.title()).endsWith("\u00a0?");
            assertThat(example.group()).isNotEqualTo(Examples.OTHERS);
            assertThat(example.query()).doesNotContain("# Titre:", "# Groupe:");
            // The editor names a tab by its operation.
            assertThat(example.query()).containsPattern("(?m)^(query|mutation) \\w+");
        });
    }
}
