package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.neo4j.GraphSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTest {

    private static final List<String> FILES = List.of(
            "fr/jalon/A.class", "examples/01.graphql", "web/page.html", "schema.graphqls", "com/library/B.class");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "fr/jalon/A.class",
                "examples/01.graphql",
                "web/page.html",
                "schema.graphqls",
                "com/library/B.class"
            })
    void any_byte_of_the_program_makes_another_build(String changed) throws IOException {
        assertThat(Build.of(jar("one", changed, 0))).isEqualTo(Build.of(jar("same", changed, 0)));
        assertThat(Build.of(jar("other", changed, 1))).isNotEqualTo(Build.of(jar("one", changed, 0)));
        assertThat(Build.of(classes("f-one", changed, 0))).isEqualTo(Build.of(classes("f-same", changed, 0)));
        assertThat(Build.of(classes("f-other", changed, 1))).isNotEqualTo(Build.of(classes("f-one", changed, 0)));
    }

    @Test
    void a_file_more_or_under_another_name_makes_another_build() throws IOException {
        Path program = classes("all", "none", 0);
        String before = Build.of(program);
        Files.move(program.resolve("schema.graphqls"), program.resolve("schema2.graphqls"));
        String renamed = Build.of(program);
        Files.delete(program.resolve("schema2.graphqls"));

        assertThat(List.of(before, renamed, Build.of(program))).doesNotHaveDuplicates();
    }

    @Test
    void the_version_of_an_answer_is_that_of_the_build() {
        try (var graph = TestGraph.shared().connect(GraphSettings.defaults())) {
            List<AnswerKey.Version> versions = List.of("0123", "0123", "4567").stream()
                    .map(build -> new JalonEngine(
                                    TestGraph.CONTRACT,
                                    graph,
                                    OperationLimits.STANDARD,
                                    TestGraph.PAGES,
                                    TestGraph.COMPUTED,
                                    null,
                                    build)
                            .version())
                    .toList();

            assertThat(versions.get(0)).isEqualTo(versions.get(1)).isNotEqualTo(versions.get(2));
        }
        assertThat(Build.running()).matches("[0-9a-f]{16}").isEqualTo(Build.running());
    }

    private Path classes(String name, String changed, int by) throws IOException {
        Path program = folder.resolve(name);
        for (String file : FILES) {
            Files.createDirectories(program.resolve(file).getParent());
            Files.write(program.resolve(file), content(file, changed, by));
        }
        return program;
    }

    private Path jar(String name, String changed, int by) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String file : FILES) {
                JarEntry entry = new JarEntry(file);
                entry.setTime(0);
                entries.putNextEntry(entry);
                entries.write(content(file, changed, by));
            }
        }
        return jar;
    }

    /** Of the same length whatever was changed. */
    private static byte[] content(String file, String changed, int by) {
        byte[] content = ("content of " + file + ", told apart by: 0").getBytes(StandardCharsets.UTF_8);
        content[content.length - 1] += (byte) (file.equals(changed) ? by : 0);
        return content;
    }
}
