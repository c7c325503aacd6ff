package fr.jalon.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What a command is to whoever starts it: words in, UTF-8 out whatever the locale, for answers and summaries go to files and
 * pipes, and an exit code.
 */
public final class Terminal {

    /** As a shell tells of a command that the signal SIGPIPE ended. */
    private static final int CLOSED_PIPE = 128 + 13;

    private static final String REPLACED = "\ufffd";

    private Terminal() {}

    /** Runs a command in this process, which is to end with the code that is returned. */
    public static int run(String[] arguments, Supplier<CommandLine> commands) {
        // Libraries, too, are to write numbers and sentences alike on every machine, so this comes before any is
        // loaded.
        Locale.setDefault(Locale.ROOT);
        CommandLog.choose(arguments);
        Thread.setDefaultUncaughtExceptionHandler(Failures::inThread);
        StandardOutput output = new StandardOutput();
        PrintWriter out = new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        PrintWriter errors = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        int code = Failures.guard(() -> run(arguments, commands, out, errors), errors);
        out.flush();
        return code(output, errors, code);
    }

    private static int run(String[] arguments, Supplier<CommandLine> commands, PrintWriter out, PrintWriter errors) {
        Optional<String> unreadable = unreadable(arguments, System.getenv(), System.getProperty("user.dir"));
        unreadable.ifPresent(sentence -> Failures.print(errors, sentence));
        return unreadable.isPresent()
                ? Failures.USAGE
                : commands.get().setOut(out).setErr(errors).execute(arguments);
    }

    /** The same commands, which read the values of options and fail in the same way. */
    public static CommandLine prepare(CommandLine commands) {
        Failures failures = new Failures();
        return new OptionValues(System.getenv())
                .readBy(commands)
                .setExecutionStrategy(failures)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpAutoWidth(true);
    }

    /**
     * What the program was given with letters that the charset of the locale could not read, as a sentence that says how to
     * start it instead; file names could not be told with them either.
     */
    private static Optional<String> unreadable(String[] arguments, Map<String, String> environment, String folder) {
        Stream<String> settings = environment.entrySet().stream()
                .filter(each -> each.getKey().startsWith("JALON_"))
                .map(each -> each.getKey() + "=" + each.getValue());
        return Stream.of(Arrays.stream(arguments), settings, Stream.of(folder))
                .flatMap(each -> each)
                .filter(each -> each.contains(REPLACED))
                .findFirst()
                .map(each ->
                        ("\"%s\" holds letters beyond the charset of the locale, %s; set LC_ALL to a locale of UTF-8,"
                                        + " such as C.UTF-8")
                                .formatted(each, System.getProperty("sun.jnu.encoding")));
    }

    /** The exit code of a command that had this one, once all it said is written or cannot be. */
    private static int code(StandardOutput output, PrintWriter errors, int code) {
        IOException failure = output.failure;
        if (failure == null) {
            return code;
        } else if (StandardOutput.isPipe()) {
            return code == 0 ? CLOSED_PIPE : code;
        }
        String reason = CommandException.reason(failure, StandardOutput.file(), 0);
        Failures.print(errors, "standard output cannot be written: " + reason);
        return code == 0 ? Failures.UNAVAILABLE : code;
    }

    /** Standard output that remembers why it could not be written, which a writer would swallow. */
    private static final class StandardOutput extends OutputStream {

        private static final Path OPENED = Path.of("/proc/self/fd/1");

        private final OutputStream stream = new FileOutputStream(FileDescriptor.out);
        private @Nullable IOException failure;

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            try {
                stream.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Whether who reads went away, which ends a command quietly; a pipe fails in no other way. */
        static boolean isPipe() {
            try {
                String opened = Files.readSymbolicLink(OPENED).toString();
                return opened.startsWith("pipe:") || opened.startsWith("socket:");
            } catch (IOException | UnsupportedOperationException elsewhere) {
                return false;
            }
        }

        /** Where it leads, if that is a file. */
        static Path file() {
            try {
                return OPENED.toRealPath();
            } catch (IOException elsewhere) {
                return Path.of("");
            }
        }
    }
}
