package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** A fault of the program ends a command in one line; its trace is for the log. */
class FaultTest {

    @TempDir
    private Path folder;

    /** A command that fails by something. */
    @Command(name = "fail")
    record Failing(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new NoClassDefFoundError("fr/jalon/Gone"),
                new ExceptionInInitializerError(new IllegalStateException("a class")),
                new IllegalStateException("two\nlines"),
                new AssertionError("never"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_kind_of_fault_is_one_line_and_code_70(Throwable fault) {
        StringWriter errors = new StringWriter();

        int code = Application.commandLine()
                .addSubcommand(new Failing(fault))
                .setErr(new PrintWriter(errors))
                .execute("fail");

        assertThat(errors.toString())
                .startsWith("jalon: the command ")
                .hasLineCount(1)
                .doesNotContain("Error", "fr.");
        assertThat(code).isEqualTo(Failures.FAULT);
    }

    @Test
    void a_program_of_which_parts_are_missing_says_so_in_one_line_and_names_the_file_with_the_trace() throws Exception {
        String parts = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.contains("graphql-java"))
                .map(part -> new File(part).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));

        Program.Ended ended = Program.in(folder, folder)
                .onMachine("-classpath", parts, "-Djava.io.tmpdir=" + folder)
                .run(List.of("schema"), Map.of());

        assertThat(ended.errors())
                .startsWith("jalon: the command failed by a fault of the program; " + folder)
                .hasLineCount(1);
        assertThat(ended.code()).isEqualTo(Failures.FAULT);
        Path log = Path.of(ended.errors().replaceAll(".*; (.*) says more\\s*", "$1"));
        assertThat(Files.readString(log)).contains("NoClassDefFoundError", "\tat fr.jalon.");
    }
}
