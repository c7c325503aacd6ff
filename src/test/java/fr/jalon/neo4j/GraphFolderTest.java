package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of an embedded graph, from before its first file to after its last. */
class GraphFolderTest {

    @TempDir
    private Path temporary;

    private Path root;

    @BeforeEach
    void findRoot() throws IOException {
        root = temporary.toRealPath();
    }

    @Test
    void a_new_graph_is_shut_to_others_also_as_a_copy_and_in_an_empty_folder_that_was_open() throws IOException {
        Path template = graph("template", "a");
        Path empty = Files.createDirectory(
                root.resolve("empty"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        TestGraph.open(new GraphHome.Embedded(root.resolve("new"))).close();
        TestGraph.open(new GraphHome.Embedded(empty)).close();
        TestGraph.open(new GraphHome.Embedded(root.resolve("copy")).copying(template))
                .close();

        for (String name : List.of("new", "new/data", "empty", "empty/data", "copy", "copy/data")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name))))
                    .as(name)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_new_graph_is_a_copy_of_the_template_unless_somebody_uses_that() throws IOException {
        Path template = graph("template", "a");

        assertThat(things(new GraphHome.Embedded(root.resolve("copy")).copying(template)))
                .containsExactly("a");
        try (Graph used = TestGraph.open(new GraphHome.Embedded(template))) {
            assertThat(used.isReachable()).isTrue();
            assertThat(things(new GraphHome.Embedded(root.resolve("fresh")).copying(template)))
                    .isEmpty();
        }
        assertThat(things(new GraphHome.Embedded(template))).containsExactly("a");
    }

    @Test
    void what_a_killed_start_left_half_made_goes_and_what_stands_beside_it_stays() throws IOException {
        Path half = graph("half", "a");
        Files.write(half.resolve("data/databases/neo4j/neostore"), new byte[100]);
        Files.createFile(half.resolve(GraphFolder.UNFINISHED));
        Files.writeString(half.resolve("notes.txt"), "mine");

        assertThat(things(new GraphHome.Embedded(half))).isEmpty();

        assertThat(names(half)).containsExactly("data", "jalon.lock", "notes.txt");
    }

    @Test
    void copies_that_earlier_versions_left_beside_it_go_and_other_folders_stay() throws IOException {
        Path left = Files.createDirectories(root.resolve(".graph1234567890123456789"));
        Files.createDirectories(left.resolve("data/databases"));
        Files.createDirectories(root.resolve(".graph2024/data"));
        Files.createDirectories(root.resolve(".graph9876543210987654321/mine"));
        Files.createDirectories(root.resolve(".other1234567890123456789"));

        graph("graph", "a");

        assertThat(names(root))
                .containsExactly(".graph2024", ".graph9876543210987654321", ".other1234567890123456789", "graph");
    }

    @Test
    void a_new_graph_that_is_discarded_goes_with_all_folders_made_for_it() throws IOException {
        TestGraph.open(new GraphHome.Embedded(root.resolve("a/b/c"))).discard();

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void what_was_there_before_a_graph_is_discarded_stays() throws IOException {
        Path notes = Files.createDirectory(root.resolve("notes"));
        Files.writeString(notes.resolve("notes.txt"), "mine");
        Path graph = graph("graph", "a");

        TestGraph.open(new GraphHome.Embedded(notes)).discard();
        TestGraph.open(new GraphHome.Embedded(graph)).discard();

        assertThat(names(notes)).containsExactly("notes.txt");
        assertThat(things(new GraphHome.Embedded(graph))).containsExactly("a");
    }

    @Test
    void who_finds_it_in_use_is_told_by_which_process_and_changes_nothing() throws IOException {
        GraphHome home = new GraphHome.Embedded(root.resolve("graph"));
        try (Graph first = TestGraph.open(home)) {
            assertThatExceptionOfType(GraphException.FolderLocked.class)
                    .isThrownBy(() -> TestGraph.open(home))
                    .withMessage(
                            "Another process uses the graph in %s: stop process %d, or choose another folder.",
                            root.resolve("graph"), ProcessHandle.current().pid());
            assertThat(first.isReachable()).isTrue();
        }
        assertThat(names(root.resolve("graph"))).containsExactly("data", "jalon.lock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "./x",
                "x/",
                "x/.",
                "x//",
                "../here/x",
                "./../here/./x",
                "missing/../x",
                "there/../x",
                "link",
                "link/",
                "link/../x",
                "link/../../here/x",
                "loop/loop/x",
            })
    void every_spelling_of_its_path_is_the_same_folder(String spelling) throws IOException {
        Path here = Files.createDirectory(root.resolve("here"));
        Files.createDirectories(here.resolve("there"));
        Files.createDirectory(here.resolve("x"));
        Files.createSymbolicLink(here.resolve("link"), here.resolve("x"));
        Files.createSymbolicLink(here.resolve("loop"), here);
        Path relative = Path.of("").toAbsolutePath().relativize(here);

        for (Path path : List.of(here, relative)) {
            assertThat(new GraphHome.Embedded(path.resolve(spelling)).folder()).isEqualTo(here.resolve("x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "./x", "../y", "un été à Orléans/ñ", "it's #1 100%/{x}", "a/../b"})
    void a_graph_starts_at_a_path_of_any_spelling(String spelling) throws IOException {
        Path here = Files.createDirectory(root.resolve("here"));

        assertThat(things(new GraphHome.Embedded(
                        Path.of("").toAbsolutePath().relativize(here).resolve(spelling))))
                .isEmpty();
    }

    private Path graph(String name, String thing) {
        Path folder = root.resolve(name);
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(folder))) {
            graph.write(transaction ->
                    transaction.run(new CypherStatement("CREATE (:Thing {name: $name})", Map.of("name", thing))));
        }
        return folder;
    }

    private static List<Object> things(GraphHome home) {
        try (Graph graph = TestGraph.open(home)) {
            return graph
                    .read(transaction ->
                            transaction.run(new CypherStatement("MATCH (n:Thing) RETURN n.name", Map.of())))
                    .stream()
                    .map(row -> row[0])
                    .toList();
        }
    }

    private static SortedSet<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
