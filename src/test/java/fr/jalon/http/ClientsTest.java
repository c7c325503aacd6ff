package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What people write clients with, over the contract and a server on the project's graph: the scripts of
 * {@code src/test/clients} and every document that is kept as an example or a case. The tools are npm's, installed once into
 * {@code target/clients}; while they run, nothing is reached but this machine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsTest {

    private static final Path SOURCES = Path.of("src/test/clients");
    private static final Path FOLDER = Path.of("target/clients").toAbsolutePath();
    private static final List<String> DOCUMENTS =
            List.of("src/main/resources/examples", "src/test/resources/contract", "src/test/resources/summary/field");
    private static final long PATIENCE_SECONDS = 600;

    private @Nullable WebServer server;

    @BeforeAll
    void installTheToolsAndStart() throws Exception {
        copy();
        install();
        server = TestServer.overTheGraph();
        Files.createDirectories(FOLDER.resolve("out"));
        Files.writeString(FOLDER.resolve("out/schema.graphql"), TestGraph.CONTRACT.servedText());
        List<String> line = new ArrayList<>(List.of("documents.mjs", "out"));
        DOCUMENTS.forEach(folder -> line.add(Path.of(folder).toAbsolutePath().toString()));
        assertThat(Integer.parseInt(node(line))).isGreaterThan(30);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void codegen_writes_types_of_the_contract_and_of_every_document_that_typescript_takes() throws Exception {
        node(List.of(tool("@graphql-codegen/cli", "esm/bin.js"), "--config", "codegen.json"));

        assertThat(node(List.of(tool("typescript", "bin/tsc"), "--project", "tsconfig.json")))
                .isEmpty();
    }

    @Test
    void relay_compiles_every_document_and_the_server_answers_what_it_compiled() throws Exception {
        Files.writeString(FOLDER.resolve("out/persisted.json"), "{}");
        node(List.of(tool("relay-compiler", "cli.js"), "relay.config.json"));

        assertThat(Integer.parseInt(node(List.of("relay.mjs", address())))).isGreaterThan(34);
    }

    @Test
    void apollo_pages_to_the_end_and_reads_fragments_on_interfaces() throws Exception {
        assertThat(node(List.of("apollo.mjs", address()))).isEqualTo("107 20");
    }

    @Test
    void urql_pages_with_a_cache_that_knows_the_contract() throws Exception {
        assertThat(node(List.of("urql.mjs", address()))).isEqualTo("107");
    }

    @Test
    void what_is_installed_is_locked_and_tells_no_registry() throws IOException {
        assertThat(Files.readString(SOURCES.resolve("package-lock.json")))
                .contains("\"integrity\"")
                .doesNotContain("\"resolved\"", "http://", "registry");
    }

    private String address() {
        return Objects.requireNonNull(server).address().toString();
    }

    /** A tool's own script, which its package names. */
    private static String tool(String name, String script) {
        return FOLDER.resolve("node_modules").resolve(name).resolve(script).toString();
    }

    /** Leaves nothing of an earlier run beside what is installed. */
    private static void copy() throws IOException {
        delete(FOLDER.resolve("out"));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean compiled = file.startsWith(SOURCES.resolve("relay"));
                Path copy = FOLDER.resolve(compiled ? "out" : "").resolve(SOURCES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .map(Path::toFile)
                        .forEach(File::delete);
            }
        }
    }

    /** Once for a lock file, of which the folder holds the one that it was installed by. */
    private static void install() throws Exception {
        Path locked = FOLDER.resolve("package-lock.json");
        Path installed = FOLDER.resolve("installed.json");
        if (Files.exists(installed) && Files.mismatch(locked, installed) < 0) {
            return;
        }
        run(List.of(
                "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel=error"));
        Files.copy(locked, installed, StandardCopyOption.REPLACE_EXISTING);
    }

    private String node(List<String> line) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("node", "--require", FOLDER.resolve("loopback.cjs").toString()));
        command.addAll(line);
        return run(command, server == null ? "" : address());
    }

    private static String run(List<String> command) throws Exception {
        return run(command, "");
    }

    /** What it printed; whatever does not end well fails with that. */
    private static String run(List<String> command, String address) throws Exception {
        Path output = FOLDER.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JALON", address);
        builder.environment().put("NO_COLOR", "1");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end: " + Files.readString(output));
        }
        String printed = Files.readString(output).strip();
        assertThat(process.exitValue()).as("%s printed:%n%s", command, printed).isZero();
        return printed;
    }
}
