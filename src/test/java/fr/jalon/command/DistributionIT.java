package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip as somebody else gets it: unzipped in another time zone, started through a link from an empty folder. */
class DistributionIT {

    private static final Path ZIP = Path.of(Objects.requireNonNull(System.getProperty("jalon.zip")));
    private static final String VERSION = Objects.requireNonNull(System.getProperty("jalon.version"));
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final long MOST_BYTES = 150_000_000;
    private static final int STOPPED_BY_SIGTERM = 128 + 15;
    private static final String QUERY = "{\"query\": \"{ action(id: \\\"action/spm-a05\\\") { id due { label } } }\"}";
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    private static Path folder;

    private static Path home;

    /** What a command left: its exit code and what it printed. */
    private record Ended(int code, String output, String errors) {}

    @BeforeAll
    static void unzip() throws Exception {
        Path parent = Files.createDirectories(folder.resolve("a folder with spaces"));
        ProcessBuilder unzip = new ProcessBuilder("unzip", "-q", ZIP.toString(), "-d", parent.toString());
        unzip.environment().put("TZ", "Asia/Tokyo");
        assertThat(Program.exitCode(unzip.inheritIO().start())).isZero();
        home = parent.resolve("jalon-" + VERSION);
        Files.createSymbolicLink(folder.resolve("jalon"), folder.relativize(home.resolve("bin/jalon")));
    }

    @Test
    void the_zip_is_at_most_150_megabytes_and_has_its_licences() throws IOException {
        assertThat(Files.size(ZIP)).isLessThan(MOST_BYTES);
        assertThat(home.resolve("LICENSE")).content().contains("EUPL");
        assertThat(home.resolve("NOTICE")).content().contains("org.neo4j:neo4j:", "(GPL-3.0-or-later) Neo4j");
        assertThat(home.resolve("licences/neo4j/META-INF/LICENSE.txt"))
                .content()
                .contains("GNU GENERAL PUBLIC LICENSE");
    }

    @Test
    void it_tells_its_version_and_nothing_else() throws Exception {
        Ended ended = run(JAVA_HOME, "--version");

        assertThat(ended.output()).matches(Pattern.quote("jalon " + VERSION) + " \\(build [0-9a-f]{16}\\)\\R");
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void it_serves_the_packaged_graph_from_the_class_archive_also_after_a_copy_that_lost_the_time_of_the_jar()
            throws Exception {
        assertThat(serve("unzipped", Map.of())).doesNotContain("WARN", "ERROR");

        Files.setLastModifiedTime(home.resolve("jalon.jar"), FileTime.from(Instant.now()));

        assertThat(serve("copied", Map.of())).doesNotContain("WARN", "ERROR");
    }

    @Test
    void it_tells_when_the_class_archive_is_not_one_for_this_java_and_serves_all_the_same() throws Exception {
        assertThat(serve("other-collector", Map.of("JDK_JAVA_OPTIONS", "-XX:+UseZGC")))
                .containsOnlyOnce("WARN")
                .contains("The class archive %s".formatted(home.resolve("jalon.jsa")), "bin/jalon-archive makes one");
    }

    @Test
    void it_tells_when_the_class_archive_was_cut_off_and_serves_all_the_same() throws Exception {
        Path archive = home.resolve("jalon.jsa");
        Path whole = Files.move(archive, home.resolve("whole.jsa"));
        try (FileChannel from = FileChannel.open(whole);
                FileChannel to = FileChannel.open(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            from.transferTo(0, from.size() / 2, to);
        }
        try {
            assertThat(serve("cut-off", Map.of())).containsOnlyOnce("WARN").contains("The class archive");
        } finally {
            Files.move(whole, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "11.0.22", "16"})
    void it_names_a_java_that_is_too_old(String version) throws Exception {
        Path old = folder.resolve("java-" + version);
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"%s\"\n".formatted(version));

        assertThat(run(old.toString(), "--version"))
                .isEqualTo(new Ended(
                        3, "", "jalon: %s is Java %s, and Jalon needs 17 or newer.%n".formatted(java, version)));
    }

    @Test
    void it_tells_that_no_java_is_where_java_home_says() throws Exception {
        assertThat(run("/nowhere", "--version"))
                .isEqualTo(new Ended(
                        3,
                        "",
                        "jalon: JAVA_HOME is /nowhere, where there is no bin/java. Set it to a Java runtime, 17 or newer.%n"
                                .formatted()));
    }

    /** Starts a server in an empty folder, asks it a question, stops it and gives its log. */
    private static String serve(String name, Map<String, String> environment) throws Exception {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder jalon = jalon(name, JAVA_HOME, "serve", "--port", "0").redirectError(log.toFile());
        jalon.environment().putAll(environment);
        Process process = jalon.start();
        try (BufferedReader output = process.inputReader()) {
            List<String> said = Program.linesUntil(output, "/graphiql");
            // The packaged graph holds the seed, so that nothing is loaded and no report printed.
            assertThat(said).hasSize(1);
            assertThat(answer(said.get(0))).contains("\"id\":\"action/spm-a05\"", "S1 2022");
        } finally {
            process.destroy();
        }
        assertThat(Program.exitCode(process)).isEqualTo(STOPPED_BY_SIGTERM);
        return Files.readString(log);
    }

    private static String answer(String said) throws Exception {
        Matcher address = ADDRESS.matcher(said);
        assertThat(address.find()).isTrue();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.group() + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUERY))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static Ended run(String javaHome, String... arguments) throws Exception {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = jalon("run", javaHome, arguments)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new Ended(Program.exitCode(process), Files.readString(output), Files.readString(errors));
    }

    /** The command through its link, to be started in a folder of this name. */
    private static ProcessBuilder jalon(String name, String javaHome, String... arguments) throws IOException {
        ProcessBuilder jalon = new ProcessBuilder(folder.resolve("jalon").toString());
        jalon.command().addAll(List.of(arguments));
        jalon.directory(
                Files.createDirectories(folder.resolve("in").resolve(name)).toFile());
        jalon.environment().keySet().removeIf(variable -> variable.startsWith("JALON_") || variable.startsWith("JAVA"));
        jalon.environment().remove("JDK_JAVA_OPTIONS");
        jalon.environment().put("JAVA_HOME", javaHome);
        return jalon;
    }
}
