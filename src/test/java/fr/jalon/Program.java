package fr.jalon;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program as a user starts it: a process with an environment and a working folder of its own.
 *
 * @param folder where it works
 * @param output the file that gets its standard output when it is run to its end
 * @param errors the file that gets its standard error
 * @param machine options of its virtual machine beside the usual ones
 */
record Program(Path folder, Path output, Path errors, List<String> machine) {

    private static final long PATIENCE_SECONDS = 300;
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Dsun.stderr.encoding=UTF-8",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

    /** What a command left. */
    record Ended(int code, String output, String errors) {}

    static Program in(Path folder, Path logs) {
        return new Program(folder, logs.resolve("output"), logs.resolve("errors"), List.of());
    }

    /** The same program on a virtual machine with more options. */
    Program onMachine(String... options) {
        return new Program(folder, output, errors, List.of(options));
    }

    /** Runs a command whose standard output goes elsewhere. */
    Ended runInto(Path elsewhere, List<String> command) throws Exception {
        Process process = builder(command, Map.of())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(elsewhere.toFile()))
                .start();
        return new Ended(exitCode(process), "", Files.readString(errors));
    }

    Ended run(List<String> command, Map<String, String> environment) throws Exception {
        Process process =
                builder(command, environment).redirectOutput(output.toFile()).start();
        return new Ended(exitCode(process), Files.readString(output), Files.readString(errors));
    }

    Process start(List<String> command, Map<String, String> environment) throws IOException {
        return builder(command, environment).start();
    }

    static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the process did not end");
        }
        return process.exitValue();
    }

    private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        List<String> line = new ArrayList<>(JAVA);
        line.addAll(List.of("-classpath", classPath()));
        line.addAll(machine);
        line.add(Jalon.class.getName());
        line.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JALON_") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return builder;
    }

    /** Lines of standard output up to the one that holds the text, which is the last. */
    static List<String> linesUntil(BufferedReader output, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return lines;
            }
        }
        throw new IllegalStateException("the process ended before it said " + text + ": " + lines);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }
}
