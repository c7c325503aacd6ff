package fr.jalon.command;

import fr.jalon.http.ListenException;
import fr.jalon.neo4j.GraphException;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.delivery.UnknownRoadmapException;
import fr.jalon.seed.export.ExportException;
import fr.jalon.seed.load.ChangeFiles.ChangeFilesException;
import fr.jalon.seed.sheet.SheetException;
import fr.jalon.summary.SummaryException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Ends a command that fails with one line on standard error and a stable exit code. */
final class Failures implements IExecutionStrategy, IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int UNAVAILABLE = 3;
    static final int FAULT = 70;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Runs a command so that its errors, of which picocli does not know, come to be handled like any failure. */
    @Override
    public int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), "an error", e);
        }
    }

    /** The exit code of work that may fail outside of any command, as options are read. */
    static int guard(IntSupplier work, PrintWriter errors) {
        try {
            return work.getAsInt();
        } catch (RuntimeException | Error e) {
            print(errors, fault(e));
            return FAULT;
        }
    }

    /** Tells in the log of a thread that ended by a fault. */
    static void inThread(Thread thread, Throwable failure) {
        LOG.error("The thread \"{}\" ended by a fault of the program", thread.getName(), failure);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        Throwable cause = cause(failure);
        print(commandLine.getErr(), message(cause));
        return code(cause);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        String message = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : inWordsOf(failure, String.valueOf(failure.getMessage()), arguments);
        print(failure.getCommandLine().getErr(), message + " (see --help)");
        return USAGE;
    }

    /** What is given may hold more than a line; what is said of it does not. */
    static void print(PrintWriter errors, String message) {
        errors.println("jalon: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        errors.flush();
    }

    /** "1 problem", "12 problems". */
    static String counted(int problems) {
        return problems == 1 ? "1 problem" : problems + " problems";
    }

    /** An option whose value came from the environment is named as its variable. */
    private static String inWordsOf(ParameterException failure, String message, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec given) {
            return "option '%s' should be specified only once".formatted(given.longestName());
        }
        if (!(failure.getArgSpec() instanceof OptionSpec option)) {
            return message;
        } else if (failure instanceof MaxValuesExceededException) {
            return message.replaceFirst(
                    "^.* should be specified without ['\"](.*)['\"] parameter$",
                    "Invalid value for option '%s': found \"$1\", expected none".formatted(option.longestName()));
        }
        return !isAmong(arguments, option) && command.getDefaultValueProvider() instanceof OptionValues values
                ? values.variable(option)
                        .map(name -> message.replace("option '%s'".formatted(option.longestName()), name))
                        .orElse(message)
                : message;
    }

    private static boolean isAmong(String[] arguments, OptionSpec option) {
        return Arrays.stream(arguments)
                .anyMatch(word -> Arrays.stream(option.names())
                        .anyMatch(name -> word.equals(name) || word.startsWith(name + "=")));
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        String word = failure.getUnmatched().get(0);
        boolean command = failure.getCommandLine().getParent() == null && !word.startsWith("-");
        String message = command
                ? "There is no command \"%s\"".formatted(word)
                : word.startsWith("-") ? "Unknown option: '%s'".formatted(word) : String.valueOf(failure.getMessage());
        return failure.getSuggestions().stream()
                .findFirst()
                .map(nearest -> "%s, did you mean \"%s\"?".formatted(message, nearest))
                .orElse(message);
    }

    /** What is behind a failure that only says on which way it came. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && (failure instanceof ExecutionException || failure instanceof CompletionException)
                ? cause(cause)
                : failure;
    }

    private static String message(Throwable failure) {
        if (code(failure) == FAULT) {
            return fault(failure);
        }
        if (failure instanceof InvalidSeedException invalid) {
            return "the seed has %s and was not loaded; the first is %s; `jalon check` lists them all"
                    .formatted(
                            counted(invalid.problems().size()),
                            invalid.problems().get(0));
        }
        if (failure instanceof UnknownRoadmapException) {
            return "--roadmap: " + failure.getMessage();
        }
        Throwable cause = failure.getCause();
        return failure instanceof UncheckedIOException && cause != null ? told(cause) : told(failure);
    }

    private static String fault(Throwable failure) {
        LOG.error("The command failed by a fault of the program", failure);
        String kind = failure instanceof OutOfMemoryError
                ? "the command needs more memory than the program has (java -Xmx gives it more)"
                : "the command failed by a fault of the program";
        return "%s; %s says more".formatted(kind, CommandLog.name());
    }

    private static String told(Throwable failure) {
        return failure instanceof FileSystemException file && file.getFile() != null
                ? "%s cannot be read or written (%s)"
                        .formatted(file.getFile(), CommandException.reason(file, Path.of(file.getFile()), 0))
                : String.valueOf(failure.getMessage());
    }

    private static int code(Throwable failure) {
        if (failure instanceof CommandException.Usage
                || failure instanceof SheetException
                || failure instanceof UnknownRoadmapException) {
            return USAGE;
        } else if (failure instanceof InvalidSeedException
                || failure instanceof ExportException
                || failure instanceof ChangeFilesException) {
            return PROBLEMS;
        } else if (failure instanceof GraphException
                || failure instanceof ListenException
                || failure instanceof SummaryException
                || failure instanceof CommandException
                || failure instanceof UncheckedIOException
                || failure instanceof IOException) {
            return UNAVAILABLE;
        }
        return FAULT;
    }
}
