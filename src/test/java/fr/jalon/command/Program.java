package fr.jalon.command;

import fr.jalon.Jalon;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
            "-XX:+UseSerialGC",
            "-Xlog:cds=off",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

    private static final String LIBRARIES = classPath(File::isFile);
    private static final String PROGRAM = classPath(File::isDirectory);

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

    /** The same with another heap, as {@code 200m}. */
    Process start(List<String> command, Map<String, String> environment, String heap) throws IOException {
        ProcessBuilder builder = builder(command, environment);
        builder.command().replaceAll(word -> word.startsWith("-Xmx") ? "-Xmx" + heap : word);
        // A server that is measured collects as the one that users start.
        builder.command().remove("-XX:+UseSerialGC");
        return builder.start();
    }

    static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the process did not end");
        }
        return process.exitValue();
    }

    /** The same program, started by another one, such as {@code setpriv}. */
    Ended runBy(List<String> starter, List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = builder(command, environment).redirectOutput(output.toFile());
        builder.command().addAll(0, starter);
        return new Ended(exitCode(builder.start()), Files.readString(output), Files.readString(errors));
    }

    /** What starts the program with that command, word by word. */
    static List<String> line(List<String> command) {
        return line(List.of(), command);
    }

    private static List<String> line(List<String> machine, List<String> command) {
        List<String> line = new ArrayList<>(JAVA);
        line.add(LibraryArchive.option(JAVA, LIBRARIES, PROGRAM));
        line.addAll(List.of("-classpath", LIBRARIES + File.pathSeparator + PROGRAM));
        line.addAll(machine);
        line.add(Jalon.class.getName());
        line.addAll(command);
        return line;
    }

    private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(line(machine, command))
                .directory(folder.toFile())
                .redirectError(errors.toFile());
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

    private static String classPath(Predicate<File> which) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(which)
                .map(File::getAbsolutePath)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
