package fr.jalon;

import fr.jalon.http.ListenException;
import fr.jalon.neo4j.GraphException;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.delivery.UnknownRoadmapException;
import fr.jalon.seed.export.ExportException;
import fr.jalon.seed.sheet.SheetException;
import fr.jalon.summary.SummaryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Ends a command that fails with one line on standard error and a stable exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int UNAVAILABLE = 3;
    static final int FAULT = 70;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        commandLine.getErr().println("jalon: " + message(failure));
        return code(failure);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        String message = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : String.valueOf(failure.getMessage());
        failure.getCommandLine().getErr().println("jalon: " + message + " (see --help)");
        return USAGE;
    }

    /** "1 problem", "12 problems". */
    static String counted(int problems) {
        return problems == 1 ? "1 problem" : problems + " problems";
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        String word = failure.getUnmatched().get(0);
        boolean command = failure.getCommandLine().getParent() == null && !word.startsWith("-");
        String message = command ? "There is no command \"%s\"".formatted(word) : String.valueOf(failure.getMessage());
        return failure.getSuggestions().stream()
                .findFirst()
                .map(nearest -> "%s, did you mean \"%s\"?".formatted(message, nearest))
                .orElse(message);
    }

    private static String message(Exception failure) {
        if (code(failure) == FAULT) {
            LOG.error("The command failed by a fault of the program", failure);
            return "the command failed by a fault of the program; the log says more";
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

    private static String told(Throwable failure) {
        return failure instanceof FileSystemException file
                ? "%s cannot be read or written (%s)".formatted(file.getFile(), reason(file))
                : String.valueOf(failure.getMessage());
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it does not exist";
        } else if (failure instanceof AccessDeniedException) {
            return "its permissions do not allow it";
        }
        return failure.getReason() == null ? "it is of another kind than expected" : failure.getReason();
    }

    private static int code(Exception failure) {
        if (failure instanceof UsageException
                || failure instanceof SheetException
                || failure instanceof UnknownRoadmapException) {
            return USAGE;
        } else if (failure instanceof InvalidSeedException || failure instanceof ExportException) {
            return PROBLEMS;
        } else if (failure instanceof GraphException
                || failure instanceof ListenException
                || failure instanceof SummaryException
                || failure instanceof UncheckedIOException
                || failure instanceof IOException) {
            return UNAVAILABLE;
        }
        return FAULT;
    }
}
